// The versions of ChatJS that the conversations are held with, by the names of their packages here.
export const CHATJS_5 = { packageName: 'amazon-connect-chatjs', major: 5 };
export const CHATJS_3 = { packageName: 'chatjs3', major: 3 };
