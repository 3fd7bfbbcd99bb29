// Stands until the importer and the renderers land: whoever lands the real type deletes its line here, and the file with the last one. Callers use these signatures (adapt the callers when yours differ).
namespace StudyGroup.Readings.Import;

public sealed class DocumentImporter;
