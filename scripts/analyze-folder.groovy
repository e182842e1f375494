// Measures the faces of all pictures in a folder, and writes a table for each.
//
// With a window: open it in Fiji's script editor and press Run.
// Without one:   fiji --headless --run analyze-folder.groovy 'pictures="/pictures",tables="/tables"'

#@ CommandService commands
#@ File (label = "Folder of pictures", style = "directory") pictures
#@ File (label = "Folder for tables", style = "directory") tables
#@output String report

import ij.IJ

lines = []
pictures.listFiles().sort().each { file ->
    if (!(file.name ==~ /(?i).*\.(png|jpe?g|tiff?)/)) return
    csv = new File(tables, file.name.take(file.name.lastIndexOf('.')) + ".csv")
    module = commands.run("org.affectj.command.AnalyzeFaces", true, "image", IJ.openImage(file.path), "csv", csv).get()
    command = module.delegateObject
    lines << file.name + ": " + (command.canceled ? command.cancelReason : module.getOutput("table").size() + " rows")
}
report = lines.join("\n")
