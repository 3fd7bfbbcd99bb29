using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>What became of a group's marks when the text changed. Private marks of others are in none of it.</summary>
/// <param name="Text">The reading.</param>
/// <param name="Row">From which edition to which, when and by whom.</param>
/// <param name="Counts">The marks that the member may see.</param>
/// <param name="IsNewest">Only then something can be decided.</param>
/// <param name="MayUndo">Whether the member may take the whole of it back.</param>
public sealed record CarryOverView(ShelvedText Text, CarryOverRow Row, CarryCounts Counts, bool IsNewest, bool MayUndo);

/// <summary>For moderators: the result of carrying marks over.</summary>
public sealed class CarryOverQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    /// <summary>The carry-over of this number, or the newest one.</summary>
    /// <returns>Null where there is none, and for who does not moderate the group.</returns>
    public async Task<CarryOverView?> FindAsync(string groupSlug, string readingSlug, int? number, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ShelvedText.FindAsync(db, groupSlug, readingSlug, member, cancellationToken) is not { } text || !text.Group.Allows(Permission.Moderate))
            return null;

        var rows = await (
            from carryOver in db.CarryOvers()
            where carryOver.ReadingId == text.ReadingId
            orderby carryOver.Number descending
            join before in db.Editions() on carryOver.FromEditionId equals before.Id
            join after in db.Editions() on carryOver.ToEditionId equals after.Id
            from starter in EditionsQuery.MembersOf(db, text.Group.Id).Where(account => account.Id == carryOver.StartedById).DefaultIfEmpty()
            select new CarryOverRow(
                carryOver.Id, carryOver.Number, before.Number, after.Number, starter == null ? null : starter.DisplayName, carryOver.At, carryOver.UndoesId != null))
            .ToListAsync(cancellationToken);
        if ((number is null ? rows.FirstOrDefault() : rows.Find(row => row.Number == number)) is not { } row)
            return null;

        var mayUndo = (await KnownReadings.MayChangeAsync(db, text.ReadingId, member, cancellationToken)).Succeeded;
        return new CarryOverView(text, row, await CountAsync(db, row.Id, text.Group.Id, member, cancellationToken), row.Number == rows[0].Number, mayUndo);
    }

    /// <summary>The marks that came through in this way, in the order in which they were made, at most <see cref="PageSize"/> behind the one given.</summary>
    public async Task<IReadOnlyList<CarriedMarkView>> MarksAsync(CarryOverView view, CarryOutcome outcome, Guid? after, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ShelvedText.FindAsync(db, view.Text.Group.Slug, view.Text.Slug, member, cancellationToken) is not { } text || !text.Group.Allows(Permission.Moderate))
            return [];

        if (await db.CarryOvers().AsNoTracking().SingleOrDefaultAsync(row => row.Id == view.Row.Id && row.ReadingId == text.ReadingId, cancellationToken) is not { } carryOver)
            return [];

        var since = after ?? Guid.Empty;
        var rows = await (
            from carried in db.CarriedMarks().AsNoTracking()
            where carried.CarryOverId == view.Row.Id && carried.GroupId == text.Group.Id && carried.Outcome == outcome && carried.AnnotationId > since
            join mark in db.AnnotationsFor(member.AccountId) on carried.AnnotationId equals mark.Id
            join author in db.Users on mark.AuthorId equals author.Id
            orderby carried.AnnotationId
            select new CarriedRow(
                carried, mark, author.DisplayName, db.Users.Where(account => account.Id == carried.DecidedById).Select(account => account.DisplayName).FirstOrDefault()))
            .Take(PageSize).ToListAsync(cancellationToken);
        var now = await TextAround.ReadAsync(db, [.. rows.Select(row => StandsNow(row, carryOver, view.IsNewest))], cancellationToken);
        var before = await TextAround.ReadAsync(db, [.. rows.Select(row => row.Carried.Before(carryOver.FromEditionId))], cancellationToken);
        return [.. rows.Select(row => CarriedMarkView.Of(row, StandsNow(row, carryOver, view.IsNewest), now, before.NumberOf(row.Carried.Before(carryOver.FromEditionId))))];
    }

    private static async Task<CarryCounts> CountAsync(StudyGroupDbContext db, Guid carryOverId, Guid groupId, CurrentMember member, CancellationToken cancellationToken) =>
        CarryCounts.From(await (
            from carried in db.CarriedMarks()
            where carried.CarryOverId == carryOverId && carried.GroupId == groupId
            join mark in db.AnnotationsFor(member.AccountId) on carried.AnnotationId equals mark.Id
            group carried by new { carried.Outcome, mark.State } into rows
            select new CountedMarks(rows.Key.Outcome, rows.Key.State, rows.Count())).ToListAsync(cancellationToken));

    private static Standing StandsNow(CarriedRow row, CarryOver carryOver, bool isNewest) => isNewest ? row.Mark.Standing() : row.Carried.Found(carryOver.ToEditionId);
}
