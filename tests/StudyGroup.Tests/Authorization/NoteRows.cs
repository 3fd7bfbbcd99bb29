using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Notes that become the group's, and come back.</summary>
internal static class NoteRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(PublishNotesHandler), "one's own notes", Discussers, async (stage, actor) =>
        {
            await NoteAsync(stage, actor);
            return async () => (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), actor, Cancellation)).Error;
        }),
        new(nameof(PublishNotesHandler), "another's notes", [Outcome.Refused, Outcome.Refused, Outcome.Refused, Outcome.Refused, Outcome.Missing, Outcome.Missing, Outcome.Missing], async (stage, actor) =>
        {
            await NoteAsync(stage, stage.Ben);
            return async () => (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), actor, Cancellation)).Error;
        }),
        new(nameof(UndoPublicationHandler), "another's publication", NotThere, async (stage, actor) =>
        {
            var published = await PublishedAsync(stage, stage.Ben);
            return async () => (await stage.Get<UndoPublicationHandler>().HandleAsync(new UndoPublication(published), actor, Cancellation)).Error;
        }),
        new(nameof(UndoPublicationHandler), "one's own publication", [Outcome.Done, Outcome.Done, Outcome.Done, Outcome.Done, Outcome.Missing, Outcome.Missing, Outcome.Missing], async (stage, actor) =>
        {
            var published = await PublishedAsync(stage, actor);
            return async () => (await stage.Get<UndoPublicationHandler>().HandleAsync(new UndoPublication(published), actor, Cancellation)).Error;
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Guid> PublishedAsync(Stage stage, CurrentMember actor)
    {
        await stage.CommentAsync(stage.Ben, "For myself.", isPrivate: true);
        var published = (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), stage.Ben, Cancellation)).Must().PublicationId;
        await GiveAsync(stage, actor);
        return published;
    }

    private static async Task NoteAsync(Stage stage, CurrentMember actor)
    {
        await stage.CommentAsync(stage.Ben, "For myself.", isPrivate: true);
        await GiveAsync(stage, actor);
    }

    // Ben's become theirs, who may not have been able to write them.
    private static async Task GiveAsync(Stage stage, CurrentMember actor)
    {
        await using var db = await stage.ReadAsync();
        await db.Annotations().Where(row => row.AuthorId == stage.Ben.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, actor.AccountId), Cancellation);
        await db.Threads().Where(row => row.StartedById == stage.Ben.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedById, actor.AccountId), Cancellation);
        await db.Comments().Where(row => row.AuthorId == stage.Ben.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, actor.AccountId), Cancellation);
        await db.Publications().ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, actor.AccountId), Cancellation);
    }
}
