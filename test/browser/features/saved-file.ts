/** Catches the file that a screen gives to the person, in place of the browser's own download. */

export async function savedFile(
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const caught = new Promise<HTMLAnchorElement>((resolve) => {
    const stop = (event: Event): void => {
      const link = event.target;
      if (!(link instanceof HTMLAnchorElement) || link.download === '') return;
      event.preventDefault();
      resolve(link);
    };
    const click = HTMLAnchorElement.prototype.click;
    // A link that is not in the document sends its click nowhere that a test could hear it.
    HTMLAnchorElement.prototype.click = function clickCaught() {
      this.addEventListener('click', stop, { once: true });
      click.call(this);
      HTMLAnchorElement.prototype.click = click;
    };
  });
  await act();
  const link = await caught;
  return { name: link.download, text: await (await fetch(link.href)).text() };
}
