/** Gives a file to the person's browser, which saves it where they keep downloads. Nothing leaves their machine. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by the next turn of its loop, Safari a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
