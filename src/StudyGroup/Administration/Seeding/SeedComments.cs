using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Seeding;

/// <summary>
/// Made-up threads in bulk: marks, comments and the rows of the log that go with them, as if they had been posted over the last month.
/// A running server meets them at its next look at the log, as it meets everybody's.
/// </summary>
public sealed class SeedComments(IDbContextFactory<StudyGroupDbContext> contexts, WriteTransactions writes, TimeProvider time)
{
    private const int BatchSize = 2_000;
    private const int Texts = 2_000;
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);

    public async Task AddAsync(Guid groupId, IReadOnlyList<Guid> authors, int count, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (count == 0)
            return;

        var scene = await SceneAsync(groupId, authors, cancellationToken);
        var now = time.GetUtcNow();
        var since = await NewestAsync(groupId, now - Past, cancellationToken);
        for (var done = 0; done < count;)
        {
            var some = Math.Min(BatchSize, count - done);
            var (from, to) = (since + ((now - since) * (done / (double)count)), since + ((now - since) * ((done + some) / (double)count)));
            // The plan is made before the transaction, which may run more than once and then stores the same again.
            var plan = SeedBatch.Plan(scene, some, seed: done, from, to);
            await writes.RunAsync((db, ct) => StoreAsync(db, groupId, plan, ct), cancellationToken);
            done += some;
            progress.Report(done);
        }
    }

    private static async Task<Result> StoreAsync(StudyGroupDbContext db, Guid groupId, SeedBatch plan, CancellationToken cancellationToken)
    {
        var first = await EventLog.ReserveAsync(db, groupId, plan.Events, cancellationToken);
        var rows = plan.RowsFrom(first);
        await db.WriteAllAsync(rows.Marks, cancellationToken);
        await db.WriteAllAsync(rows.Threads, cancellationToken);
        await db.WriteAllAsync(rows.Comments, cancellationToken);
        await db.WriteAllAsync(rows.Events, cancellationToken);

        // Nobody is told of made-up comments: the position moves past them, unless something real before them is still to be told.
        var last = first + plan.Events - 1;
        await db.NotificationPositions().Where(position => position.StreamId == groupId && position.Sequence == first - 1)
            .ExecuteUpdateAsync(set => set.SetProperty(position => position.Sequence, last), cancellationToken);
        return Result.Success;
    }

    private async Task<SeedScene> SceneAsync(Guid groupId, IReadOnlyList<Guid> authors, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var editions = await (
            from item in db.ShelfItems()
            where item.GroupId == groupId
            join reading in db.Readings() on item.ReadingId equals reading.Id
            orderby item.Position
            select new { reading.Id, reading.CurrentEditionId }).ToListAsync(cancellationToken);
        var texts = new List<SeededText>();
        foreach (var edition in editions)
        {
            var blocks = await db.Blocks().AsNoTracking()
                .Where(block => block.EditionId == edition.CurrentEditionId && block.Kind == BlockKind.Paragraph)
                .OrderBy(block => block.Position).ToListAsync(cancellationToken);
            var marked = blocks.Where(block => SeedBatch.CanMark(block.Text)).ToArray();
            if (marked.Length > 0)
                texts.Add(new SeededText(edition.Id, edition.CurrentEditionId, marked));
        }

        var words = new SeedWords(Texts);
        var bodies = Enumerable.Range(0, Texts).Select(_ => words.Comment())
            .Select(text => new SeededBody(text, CommentRenderer.Render(text, [], CitedPassages.None).Value?.Html ?? "")).ToArray();
        return new SeedScene(groupId, authors, texts, bodies);
    }

    private async Task<DateTimeOffset> NewestAsync(Guid groupId, DateTimeOffset earliest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.Threads().Where(thread => thread.GroupId == groupId).MaxAsync(thread => (DateTimeOffset?)thread.LastAt, cancellationToken);
        return newest > earliest ? newest.Value : earliest;
    }
}
