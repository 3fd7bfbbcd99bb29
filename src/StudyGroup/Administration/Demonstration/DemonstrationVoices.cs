using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Demonstration;

/// <summary>Says what the demonstration's members have to say, through the very handlers that the pages use. Fixed keys make a second time find the first.</summary>
public sealed class DemonstrationVoices(
    IDbContextFactory<StudyGroupDbContext> contexts, PostCommentHandler posts, AddAnnotationHandler marks, MarkPositionHandler positions)
{
    private static readonly int Steps = DemonstrationTalk.All.Sum(thread => 1 + thread.Answers.Count);

    internal async Task<bool> HaveSpokenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = Key(Steps);
        return await db.Comments().AnyAsync(comment => comment.IdempotencyKey == last, cancellationToken);
    }

    internal async Task SpeakAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var step = 0;
        foreach (var thread in DemonstrationTalk.All)
        {
            var first = await StartAsync(db, thread, Key(++step), cancellationToken);
            foreach (var answer in thread.Answers)
            {
                var request = new PostComment(Key(++step), answer.Markdown) { ThreadId = first?.ThreadId, ParentId = first?.Id };
                Check(await posts.HandleAsync(request, await MemberAsync(db, answer.By, cancellationToken), cancellationToken));
            }
        }

        // Ana has begun to read, so her home page says where she stopped.
        var text = await DemonstrationReadings.FindAsync(db, DemonstrationTalk.Margin, cancellationToken);
        var (block, _) = await PlaceAsync(db, text, "A margin lives in a place.", cancellationToken);
        await positions.HandleAsync(new MarkPosition(text.Id, block.Key), await MemberAsync(db, DemonstrationPeople.Ana, cancellationToken), cancellationToken);
    }

    private async Task<PostedComment?> StartAsync(StudyGroupDbContext db, DemonstrationThread thread, Guid key, CancellationToken cancellationToken)
    {
        var member = await MemberAsync(db, thread.By, cancellationToken);
        var groupId = await db.Groups().Where(group => group.Slug == thread.By.GroupSlug).Select(group => group.Id).SingleAsync(cancellationToken);
        var text = thread.Text is null ? null : await DemonstrationReadings.FindAsync(db, thread.Text, cancellationToken);
        var passage = text is not null && thread.Quote is not null ? await PassageAsync(db, text, thread.Quote, cancellationToken) : null;
        if (text is not null && passage is not null && thread.Kind == AnnotationKind.Highlight)
        {
            Check(await marks.HandleAsync(new AddAnnotation(key, groupId, text.Id, thread.Kind, thread.IsPrivate, passage), member, cancellationToken));
            return null;
        }

        var target = new CommentTarget(groupId) { ReadingId = text?.Id, Kind = thread.Kind, Title = thread.Title, Passage = passage, IsPrivate = thread.IsPrivate };
        var markdown = text is not null && thread.See is not null ? await WithNumberAsync(db, text, thread.See, thread.Markdown, cancellationToken) : thread.Markdown;
        return Check(await posts.HandleAsync(new PostComment(key, markdown) { Target = target }, member, cancellationToken));
    }

    private static async Task<string> WithNumberAsync(StudyGroupDbContext db, Reading text, string see, string markdown, CancellationToken cancellationToken)
    {
        var (block, _) = await PlaceAsync(db, text, see, cancellationToken);
        return markdown.Replace("{¶}", block.Number?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task<Passage> PassageAsync(StudyGroupDbContext db, Reading text, string quote, CancellationToken cancellationToken)
    {
        var (block, start) = await PlaceAsync(db, text, quote, cancellationToken);
        return new Passage(block.EditionId, new TextPoint(block.Key, start), new TextPoint(block.Key, start + quote.Length));
    }

    private static async Task<(Block Block, int Start)> PlaceAsync(StudyGroupDbContext db, Reading text, string quote, CancellationToken cancellationToken)
    {
        var blocks = await db.Blocks().AsNoTracking().Where(block => block.EditionId == text.CurrentEditionId).OrderBy(block => block.Position).ToListAsync(cancellationToken);
        var found = blocks.Find(block => block.Text.Contains(quote, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"“{quote}” is not in “{text.Title}”.");
        return (found, found.Text.IndexOf(quote, StringComparison.Ordinal));
    }

    private static async Task<CurrentMember> MemberAsync(StudyGroupDbContext db, DemonstrationPerson person, CancellationToken cancellationToken)
    {
        var email = Account.NormalizeEmail(person.Email);
        var id = await db.Accounts().Where(account => account.NormalizedEmail == email).Select(account => account.Id).SingleAsync(cancellationToken);
        return new CurrentMember(id, person.Name);
    }

    private static T Check<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException($"The demonstration was refused a step: {result.Error.Message}");

    private static Guid Key(int step) => new($"00000000-0000-7000-8000-{step:d12}");
}
