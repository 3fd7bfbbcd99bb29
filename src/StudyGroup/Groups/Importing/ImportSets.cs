using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Groups.Importing;

/// <summary>What importing stores.</summary>
public static class ImportSets
{
    public static DbSet<ImportDraft> ImportDrafts(this StudyGroupDbContext db) => db.Set<ImportDraft>();

    public static DbSet<ImportFile> ImportFiles(this StudyGroupDbContext db) => db.Set<ImportFile>();
}
