using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Discussion.Tags;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>
/// Renders again what an older version of the program rendered, so that what is new in comments is in all of them. Every start asks; where nothing is older
/// that is one look into an index. Stopped half-way, the next start goes on.
/// </summary>
public sealed class OlderComments(IDbContextFactory<StudyGroupDbContext> contexts, WriteTransactions writes, SiteAddress site)
{
    private const int BatchSize = 500;

    /// <summary>Only comments with these signs come out of this version otherwise than of the one before it.</summary>
    private static readonly string[] NewSigns = ["#", ":::"];

    /// <returns>How many were older.</returns>
    public async Task<int> RenderAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; ;)
        {
            var batch = await NextAsync(cancellationToken);
            if (batch.Count == 0)
                return done;
            await writes.RunAsync((db, ct) => StoreAsync(db, batch, ct), cancellationToken);
            done += batch.Count;
        }
    }

    private async Task<IReadOnlyList<OlderComment>> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from comment in db.Comments().Where(comment => comment.RendererVersion < CommentRenderer.Version).OrderBy(comment => comment.RendererVersion).ThenBy(comment => comment.Id).Take(BatchSize)
            join grp in db.Groups() on comment.GroupId equals grp.Id
            select new OlderComment(comment.Id, comment.Version, comment.RendererVersion, comment.Markdown, comment.Html, grp.Id, grp.Slug)).ToListAsync(cancellationToken);
    }

    private async Task<Result> StoreAsync(StudyGroupDbContext db, IReadOnlyList<OlderComment> batch, CancellationToken cancellationToken)
    {
        var same = batch.Where(comment => !HasNews(comment)).Select(comment => comment.Id).ToList();
        await db.Comments().Where(comment => same.Contains(comment.Id) && comment.RendererVersion < CommentRenderer.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.RendererVersion, CommentRenderer.Version), cancellationToken);
        foreach (var older in batch.Where(HasNews))
        {
            // Words that today's rules refuse stay as they were made.
            var rendered = CommentRenderer.Render(
                older.Markdown, RenderedBefore.Names(older.Html), RenderedBefore.Passages(older.Html, older.Markdown, site.Base), CommentText.NotebookOf(older.GroupSlug));
            var html = rendered.Value?.Html ?? older.Html;
            // What was changed meanwhile is looked at once more, and what another start has done is done.
            var stored = await db.Comments().Where(row => row.Id == older.Id && row.Version == older.Version && row.RendererVersion < CommentRenderer.Version).ExecuteUpdateAsync(
                set => set.SetProperty(comment => comment.Html, html).SetProperty(comment => comment.RendererVersion, CommentRenderer.Version), cancellationToken);
            if (stored == 1)
                await db.TagAgainAsync(older.Id, older.GroupId, rendered.Value?.Tags ?? [], cancellationToken);
        }

        return Result.Success;
    }

    private static bool HasNews(OlderComment comment) =>
        comment.RendererVersion < CommentRenderer.Version - 1 || Array.Exists(NewSigns, sign => comment.Markdown.Contains(sign, StringComparison.Ordinal));

    private sealed record OlderComment(Guid Id, int Version, int RendererVersion, string Markdown, string Html, Guid GroupId, string GroupSlug);
}
