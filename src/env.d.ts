/** The version and the content hash of this build, such as "0.1.0+3f9a1c0b2d4e". */
declare const __APP_BUILD__: string;
