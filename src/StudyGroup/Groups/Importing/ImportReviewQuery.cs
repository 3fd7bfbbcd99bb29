using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>A draft in the list.</summary>
public sealed record ImportRow(Guid Id, string GroupSlug, string GroupName, string FileName, int Bytes, string ReceivedBy, DateTimeOffset ReceivedAt, DateTimeOffset? PublishedAt);

/// <summary>A group into which the member may import.</summary>
public sealed record ImportGroup(Guid Id, string Slug, string Name);

/// <summary>A draft as its editors see it: the document after their steps.</summary>
/// <param name="Row">What the list says of it.</param>
/// <param name="Version">What a step must name.</param>
/// <param name="Steps">How many steps there are to take back.</param>
/// <param name="Edited">The readings after the steps.</param>
public sealed record ImportReview(ImportRow Row, int Version, int Steps, EditedDocument Edited)
{
    public IReadOnlyList<ReadingDraft> Readings => Edited.Document.Readings;
}

/// <summary>Drafts of imports, for the moderators of their groups alone.</summary>
public sealed class ImportReviewQuery(IDbContextFactory<StudyGroupDbContext> contexts, ImportDesk desk)
{
    public const int PageSize = 50;

    /// <summary>Where the member may import, by name.</summary>
    public async Task<IReadOnlyList<ImportGroup>> GroupsAsync(CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from grp in db.Groups()
            where Moderated(db, member).Contains(grp.Id)
            orderby grp.Name, grp.Id
            select new ImportGroup(grp.Id, grp.Slug, grp.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>The drafts of these groups, newest first, at most <see cref="PageSize"/> that came before the one given.</summary>
    public async Task<IReadOnlyList<ImportRow>> ListAsync(Guid? before, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = before is null ? null : await db.ImportDrafts().Where(draft => draft.Id == before).Select(draft => (DateTimeOffset?)draft.ReceivedAt).SingleOrDefaultAsync(cancellationToken);
        return await Rows(db, db.ImportDrafts()
            .Where(draft => Moderated(db, member).Contains(draft.GroupId) && (since == null || draft.ReceivedAt < since))
            .OrderByDescending(draft => draft.ReceivedAt).ThenByDescending(draft => draft.Id).Take(PageSize)).ToListAsync(cancellationToken);
    }

    /// <returns>Not found for who may not moderate its group.</returns>
    public async Task<Result<ImportReview>> FindAsync(Guid draftId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.FindImportAsync(draftId, member, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var row = await Rows(db, db.ImportDrafts().Where(draft => draft.Id == draftId)).SingleAsync(cancellationToken);
        var edits = StoredEdits.Read(found.Value.Edits);
        var opened = await desk.OpenAsync(db, found.Value, edits, cancellationToken);
        return opened.Succeeded ? new ImportReview(row, found.Value.Version, edits.Count, opened.Value) : opened.Error;
    }

    private static IQueryable<Guid> Moderated(StudyGroupDbContext db, CurrentMember member) =>
        db.Memberships()
            .Where(row => row.AccountId == member.AccountId && row.Status == MembershipStatus.Active && (row.Role == Role.Owner || row.Role == Role.Moderator))
            .Select(row => row.GroupId);

    private static IQueryable<ImportRow> Rows(StudyGroupDbContext db, IQueryable<ImportDraft> drafts) =>
        from draft in drafts
        join grp in db.Groups() on draft.GroupId equals grp.Id
        join account in db.Users on draft.ReceivedById equals account.Id
        orderby draft.ReceivedAt descending, draft.Id descending
        select new ImportRow(draft.Id, grp.Slug, grp.Name, draft.FileName, draft.Bytes, account.DisplayName, draft.ReceivedAt, draft.PublishedAt);
}
