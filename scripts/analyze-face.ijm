// Measures the faces of one picture. Leaves beside it: NAME.csv, the table, and NAME-faces.png, the picture with its
// faces drawn in.
//
// With a window: Plugins > Macros > Run..., and choose a picture.
// Without one:   fiji --headless -macro analyze-face.ijm /pictures/portrait.png

picture = getArgument();
if (picture == "") picture = File.openDialog("Choose a picture of a face");

open(picture);
name = File.getDirectory(picture) + File.getNameWithoutExtension(picture);
run("Analyze Faces...", "landmarks=true csv=[" + name + ".csv]");
Overlay.flatten;
saveAs("PNG", name + "-faces.png");
