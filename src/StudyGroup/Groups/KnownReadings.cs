using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Recognises readings of a shelf in an imported document.</summary>
public sealed class KnownReadings(EditionPlans editions)
{
    /// <summary>Two columns of one author may share a title: with less in common than this they are two readings.</summary>
    private const double LeastCommon = 0.3;

    /// <summary>
    /// Who may change a reading's text: the moderators of the group that shelved it first. Another group that shelves it reads along; else a member who takes a
    /// text to a group of their own could change it for everybody.
    /// </summary>
    public static async Task<Result> MayChangeAsync(StudyGroupDbContext db, Guid readingId, CurrentMember? member, CancellationToken cancellationToken)
    {
        if (member is null)
            return Result.Success;
        if (!await db.ReadingsFor(member).AnyAsync(reading => reading.Id == readingId, cancellationToken))
            return Error.NotFound;

        var home = await db.ShelfItems().Where(item => item.ReadingId == readingId)
            .OrderBy(item => item.ShelvedAt).ThenBy(item => item.GroupId)
            .Select(item => (Guid?)item.GroupId).FirstOrDefaultAsync(cancellationToken);
        if (home is not { } groupId)
            return Error.NotFound;
        var asked = await db.AskAsync(groupId, member, Permission.Moderate, cancellationToken);
        return asked.Succeeded ? Result.Success : asked.Error == Error.NotFound ? Errors.NotYourText : asked.Error;
    }

    internal async Task<Result<ImportPlan>> PlanAsync(StudyGroupDbContext db, ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken)
    {
        var document = request.Document;
        if (request.ReadingId is { } chosen)
            return await PlanChosenAsync(db, request, chosen, importer, cancellationToken);

        var plans = new List<PlannedText>();
        foreach (var draft in document.Readings)
            plans.Add(new PlannedText(draft, request.IsNew ? null : await RecogniseAsync(db, request, draft, importer, cancellationToken)));
        var plan = new ImportPlan(plans, ClaimsSource: !await db.ImportedSources().AnyAsync(
            source => source.GroupId == request.GroupId && source.SourceHash == document.ContentHash, cancellationToken));
        if (plan.ChangesNothing && plans.Count > 0)
            return Errors.KnownText(document.SourceName, document.Readings[0].Title);

        // The very same file holds nothing new, unless an editor has made something else of it.
        var visible = importer is null ? db.Readings() : db.ReadingsFor(importer);
        if (!plan.Editions.Any() && await ReadingStore.RefuseKnownAsync(db, document, visible, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        return plan;
    }

    private async Task<Result<ImportPlan>> PlanChosenAsync(StudyGroupDbContext db, ImportReadings request, Guid chosen, CurrentMember? importer, CancellationToken cancellationToken)
    {
        var found = await ShelvedAsync(db.Readings().Where(reading => reading.Id == chosen), db, request.GroupId, cancellationToken);
        if (found.Count == 0)
            return Error.NotFound;
        if (await MayChangeAsync(db, chosen, importer, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        if (request.BasedOn is { } seen && seen != found[0].Reading.CurrentEditionId)
            return Readings.Errors.TextChangedMeanwhile;
        var title = found[0].Reading.Title;
        if ((request.Document.Readings is [var only] ? only : request.Document.Readings.FirstOrDefault(draft => draft.Title == title)) is not { } text)
            return Errors.SeveralTexts(request.Document.SourceName, request.Document.Readings.Count);

        var plan = await editions.PlanAsync(db, found[0].Reading, text, request.Document, importer?.AccountId, cancellationToken);
        return plan.Known is not null
            ? Errors.KnownText(request.Document.SourceName, title)
            : new ImportPlan([new PlannedText(text, new KnownText(found[0].Reading, found[0].Slug, plan))], ClaimsSource: false);
    }

    private async Task<KnownText?> RecogniseAsync(StudyGroupDbContext db, ImportReadings request, ReadingDraft draft, CurrentMember? importer, CancellationToken cancellationToken)
    {
        var title = draft.Title.Length > TextLimits.Title ? draft.Title[..TextLimits.Title] : draft.Title;
        var best = default(KnownText);
        foreach (var (reading, slug) in await ShelvedAsync(db.Readings().Where(reading => reading.Title == title), db, request.GroupId, cancellationToken))
        {
            if (!reading.Authors.SequenceEqual(draft.Authors) || !(await MayChangeAsync(db, reading.Id, importer, cancellationToken)).Succeeded)
                continue;
            var candidate = new KnownText(reading, slug, await editions.PlanAsync(db, reading, draft, request.Document, importer?.AccountId, cancellationToken));
            if (candidate.Likeness >= LeastCommon && candidate.Likeness > (best?.Likeness ?? 0))
                best = candidate;
        }

        return best;
    }

    private static async Task<List<(Reading Reading, string Slug)>> ShelvedAsync(IQueryable<Reading> readings, StudyGroupDbContext db, Guid groupId, CancellationToken cancellationToken)
    {
        var rows = await (
            from reading in readings.AsNoTracking()
            join item in db.ShelfItems() on reading.Id equals item.ReadingId
            where item.GroupId == groupId
            orderby reading.Id
            select new { Reading = reading, item.Slug }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Reading, row.Slug))];
    }
}
