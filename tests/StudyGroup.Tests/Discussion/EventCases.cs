using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Identity;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Tests.Annotations.Editions;
using StudyGroup.Tests.Annotations.Links;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Groups.LiveSessions;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>One way in which an event comes about.</summary>
internal sealed record EventCase(string Kind, string Story, Func<Stage, PostedComment, Task> Happens);

/// <summary>Every kind of event in every way it comes about. Each story begins with a comment of Ana's that names Ben, and two answers.</summary>
internal static class EventCases
{
    public static IReadOnlyList<EventCase> All { get; } =
    [
        new(DiscussionEvents.CommentPosted, "a question on a passage", (stage, _) => stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question)),
        new(DiscussionEvents.CommentPosted, "a reply", (stage, first) => stage.ReplyAsync(stage.Ben, first, "The long one.")),
        new(DiscussionEvents.CommentPosted, "a thread on the whole reading", (stage, _) => StartAsync(stage, new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Title = "All of it" })),
        new(DiscussionEvents.CommentPosted, "group talk", (stage, _) => StartAsync(stage, new CommentTarget(stage.GroupId))),
        new(DiscussionEvents.CommentPosted, "a note to oneself", (stage, _) => stage.CommentAsync(stage.Ana, "Ask nobody.", isPrivate: true)),
        new(DiscussionEvents.CommentEdited, "an edit", (stage, first) => EditAsync(stage, first)),
        new(DiscussionEvents.CommentEdited, "an edited note to oneself", async (stage, _) => await EditAsync(stage, await stage.CommentAsync(stage.Ana, "Ask nobody.", isPrivate: true))),
        new(DiscussionEvents.CommentHidden, "a comment that others were told of is hidden", (stage, first) => HideAsync(stage, first)),
        new(DiscussionEvents.CommentEdited, "what was hidden comes back", async (stage, first) =>
        {
            await HideAsync(stage, first);
            (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(first.Id), stage.Moderator, Cancellation)).Must();
        }),
        new(DiscussionEvents.CommentReacted, "a reaction comes, and another, and goes", async (stage, first) =>
        {
            foreach (var wish in new[] { new React(first.Id, ReactionKind.Helpful, IsOn: true), new React(first.Id, ReactionKind.Unsure, IsOn: true), new React(first.Id, ReactionKind.Helpful, IsOn: false) })
                (await stage.Get<ReactHandler>().HandleAsync(wish, stage.Ben, Cancellation)).Must();
        }),
        new(DiscussionEvents.BookmarkChanged, "a comment is kept, let go and kept again", async (stage, first) =>
        {
            foreach (var isOn in new[] { true, false, true })
                (await stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(first.Id, isOn), stage.Ben, Cancellation)).Must();
        }),
        new(DiscussionEvents.ThreadSeen, "a thread is read, and read on", async (stage, first) =>
        {
            foreach (var last in new[] { first, await stage.ReplyAsync(stage.Ana, first, "Or the short one.") })
                (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(first.ThreadId, last.Sequence), stage.Ben, Cancellation)).Must();
        }),
        new(DiscussionEvents.NotesPublished, "notes are published", (stage, _) => PublishAsync(stage)),
        new(DiscussionEvents.NotesPublished, "notes are published and taken back", async (stage, _) =>
            (await stage.Get<UndoPublicationHandler>().HandleAsync(new UndoPublication(await PublishAsync(stage)), stage.Ana, Cancellation)).Must()),
        .. MoveStories.All,
        new(DiscussionEvents.ThreadChanged, "a thread is pinned, and unpinned, and pinned again", async (stage, first) =>
        {
            var pin = new PinThread(first.ThreadId, stage.Core.Clock.GetUtcNow().AddDays(2));
            (await stage.Get<PinThreadHandler>().HandleAsync(pin, stage.Moderator, Cancellation)).Must();
            (await stage.Get<UnpinThreadHandler>().HandleAsync(new UnpinThread(first.ThreadId), stage.Owner, Cancellation)).Must();
            (await stage.Get<PinThreadHandler>().HandleAsync(pin, stage.Moderator, Cancellation)).Must();
        }),
        new(DiscussionEvents.CommentDeleted, "the first comment is deleted", (stage, first) => DeleteAsync(stage, first)),
        new(DiscussionEvents.CommentDeleted, "a reply is deleted", async (stage, first) => await DeleteAsync(stage, await stage.ReplyAsync(stage.Ana, first, "Or the short one."))),
        new(DiscussionEvents.CommentDeleted, "what was hidden is deleted", async (stage, first) =>
        {
            await HideAsync(stage, first);
            await DeleteAsync(stage, first);
        }),
        new(DiscussionEvents.ThreadChanged, "an answer is accepted, and another one after it", async (stage, _) =>
        {
            var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
            foreach (var words in new[] { "The long one.", "The short one." })
                (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer((await stage.ReplyAsync(stage.Ben, question, words)).Id), stage.Ana, Cancellation)).Must();
        }),
        new(DiscussionEvents.ThreadChanged, "an accepted answer is withdrawn", async (stage, _) =>
        {
            var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
            (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer((await stage.ReplyAsync(stage.Ben, question, "This one.")).Id), stage.Ana, Cancellation)).Must();
            (await stage.Get<WithdrawAcceptanceHandler>().HandleAsync(new WithdrawAcceptance(question.ThreadId), stage.Ana, Cancellation)).Must();
        }),
        new(DiscussionEvents.CommentHidden, "an accepted answer is hidden", async (stage, _) =>
        {
            var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
            var answer = await stage.ReplyAsync(stage.Ben, question, "This one.");
            (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), stage.Ana, Cancellation)).Must();
            await HideAsync(stage, answer);
        }),
        new(DiscussionEvents.ThreadChanged, "a thread is resolved", async (stage, first) =>
            (await stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(first.ThreadId, "All said"), stage.Ana, Cancellation)).Must()),
        new(DiscussionEvents.ThreadChanged, "a resolved thread is reopened", async (stage, first) =>
        {
            (await stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(first.ThreadId, "All said"), stage.Ana, Cancellation)).Must();
            (await stage.Get<ReopenThreadHandler>().HandleAsync(new ReopenThread(first.ThreadId, "Not quite"), stage.Moderator, Cancellation)).Must();
        }),
        new(DiscussionEvents.ThreadChanged, "a thread on a passage is locked", (stage, first) => stage.LockAsync(first.ThreadId)),
        new(DiscussionEvents.ThreadChanged, "group talk is locked", async (stage, _) => await stage.LockAsync((await StartAsync(stage, new CommentTarget(stage.GroupId))).ThreadId)),
        new(DiscussionEvents.ThreadChanged, "a locked thread is unlocked", async (stage, first) =>
        {
            await stage.LockAsync(first.ThreadId);
            (await stage.Get<UnlockThreadHandler>().HandleAsync(new UnlockThread(first.ThreadId, "Not all was said"), stage.Owner, Cancellation)).Must();
        }),
        new(AnnotationEvents.Added, "a highlight", (stage, _) => stage.HighlightAsync(stage.Ana)),
        new(AnnotationEvents.Added, "a highlight for oneself", (stage, _) => stage.HighlightAsync(stage.Ana, isPrivate: true)),
        new(AnnotationEvents.Removed, "a highlight is taken away", async (stage, _) => await RemoveAsync(stage, await stage.HighlightAsync(stage.Ana))),
        new(AnnotationEvents.Removed, "a highlight for oneself is taken away", async (stage, _) => await RemoveAsync(stage, await stage.HighlightAsync(stage.Ana, isPrivate: true))),
        new(LinkEvents.Added, "two passages are linked", (stage, _) => stage.LinkAsync(stage.Ana, "See there")),
        new(LinkEvents.Added, "two passages are linked for oneself", (stage, _) => stage.LinkAsync(stage.Ana, "See there", isPrivate: true)),
        new(LinkEvents.Added, "two passages are linked whose sections are closed", async (stage, _) =>
        {
            await stage.SetOwnNoteFirstAsync();
            await stage.LinkAsync(stage.Moderator, "See there", kind: LinkKind.SameEvent);
        }),
        new(LinkEvents.Removed, "a link is taken away", async (stage, _) => (await stage.UnlinkAsync(stage.Moderator, (await stage.LinkAsync(stage.Ana, kind: LinkKind.SameSource)).Id, "They agree")).Must()),
        new(LinkEvents.Removed, "a link for oneself is taken away", async (stage, _) => (await stage.UnlinkAsync(stage.Ana, (await stage.LinkAsync(stage.Ana, isPrivate: true, kind: LinkKind.SameSource)).Id)).Must()),
        new(GroupEvents.ReadingShelved, "a text is shelved", (stage, _) => stage.ShelveParagraphsAsync(["Nothing is counted twice."])),
        new(GroupEvents.ShelfChanged, "one's own note comes first, with things said already", async (stage, _) =>
        {
            await stage.CommentAsync(stage.Moderator, "Look at the doors.");
            await stage.SetOwnNoteFirstAsync();
            await stage.CommentAsync(stage.Moderator, "And at the street.");
        }),
        new(GroupEvents.ShelfChanged, "one's own note comes first, and then again not", async (stage, _) =>
        {
            await stage.SetOwnNoteFirstAsync();
            await stage.CommentAsync(stage.Moderator, "Look at the doors.");
            await stage.SetOwnNoteFirstAsync(isOn: false);
        }),
        new(DiscussionEvents.SectionOpened, "sections are opened", async (stage, _) =>
        {
            await stage.SetOwnNoteFirstAsync();
            await StartAsync(stage, new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId });
            await stage.MarkReadAsync(stage.Ben, OpenedSection.Whole);
        }),
        new(LiveSessionEvents.Started, "a live session starts", (stage, _) => stage.StartSessionAsync()),
        new(LiveSessionEvents.Moved, "everybody is led on", async (stage, _) =>
            (await stage.Get<LeadToParagraphHandler>().HandleAsync(new LeadToParagraph(await stage.StartSessionAsync(), "b3"), stage.Moderator, Cancellation)).Must()),
        new(LiveSessionEvents.HandsChanged, "hands go up and one goes down", async (stage, _) =>
        {
            var session = await stage.StartSessionAsync();
            foreach (var (member, isUp) in new[] { (stage.Ana, true), (stage.Ben, true), (stage.Owner, true), (stage.Ana, false) })
                (await stage.RaiseAsync(session, member, isUp)).Must();
        }),
        new(LiveSessionEvents.TurnChanged, "somebody has the word for longer", async (stage, _) =>
        {
            var session = await stage.StartSessionAsync();
            (await stage.RaiseAsync(session, stage.Ana)).Must();
            (await stage.CallNextAsync(session, stage.Moderator)).Must();
            (await stage.Get<ExtendTurnHandler>().HandleAsync(new ExtendTurn(session, await stage.VersionAsync(session), 5), stage.Moderator, Cancellation)).Must();
        }),
        new(LiveSessionEvents.FacilitatorChanged, "somebody else leads", (stage, _) => stage.StartSessionAsync(stage.Ben)),
        new(LiveSessionEvents.Closed, "a live session ends", async (stage, _) => (await stage.EndSessionAsync(await stage.StartSessionAsync(), stage.Owner)).Must()),
        new(LiveSessionEvents.HandsChanged, "who waits for the word is suspended", async (stage, _) =>
        {
            (await stage.RaiseAsync(await stage.StartSessionAsync(), stage.Owner)).Must();
            (await stage.RaiseAsync((await stage.SessionAsync())?.Id ?? default, stage.Moderator)).Must();
            (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Moderator.AccountId, "Loud"), stage.Owner, Cancellation)).Must();
            (await stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Moderator.AccountId), stage.Owner, Cancellation)).Must();
        }),
        new(GroupEvents.TextChanged, "the text has a new edition, and marks lose their words", async (stage, _) =>
        {
            await stage.HighlightAsync(stage.Ana, isPrivate: true);
            await stage.LinkAsync(stage.Ana, kind: LinkKind.Develops);
            await stage.ReviseAsync(StagedText.Second, EditionSteps.Third);
        }),
        new(GroupEvents.TextChanged, "a new edition is taken back", async (stage, _) =>
        {
            await stage.ReviseAsync(StagedText.Second, StagedText.First);
            (await stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition((await stage.NewestCarryOverAsync()).Id), stage.Moderator, Cancellation)).Must();
        }),
        new(RightsEvents.MembershipChanged, "somebody becomes a moderator", async (stage, _) =>
            (await stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, stage.Ben.AccountId, Role.Moderator), stage.Owner, Cancellation)).Must()),
        new(RightsEvents.MembershipChanged, "somebody is suspended", async (stage, _) =>
            (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Observer.AccountId, "Loud"), stage.Owner, Cancellation)).Must()),
        new(RightsEvents.SessionEnded, "every session ends", async (stage, _) =>
            (await stage.Get<EndSessionHandler>().HandleAsync(new EndSession(stage.Ben.AccountId, SessionId: null), Cancellation)).Must()),
        new(NotificationEvents.Added, "an answer to one's comment", (stage, first) => stage.ReplyAsync(stage.Moderator, first, "Neither, @Ben Alderny.")),
        new(NotificationEvents.Read, "everything is read", async (stage, _) =>
            (await stage.Get<MarkNotificationsReadHandler>().HandleAsync(new MarkNotificationsRead(), stage.Ben, Cancellation)).Must()),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<PostedComment> StartAsync(Stage stage, CommentTarget target) =>
        (await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), "Where do we begin?") { Target = target })).Must();

    private static async Task<Guid> PublishAsync(Stage stage)
    {
        await stage.HighlightAsync(stage.Ana, isPrivate: true);
        await stage.ReplyAsync(stage.Ana, await stage.CommentAsync(stage.Ana, "Which street?", isPrivate: true), "This one.");
        return (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), stage.Ana, Cancellation)).Must().PublicationId;
    }

    private static async Task EditAsync(Stage stage, PostedComment posted) =>
        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "Other words for @Ben Alderny"), stage.Ana, Cancellation)).Must();

    private static async Task HideAsync(Stage stage, PostedComment posted) =>
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Moderator, Cancellation)).Must();

    private static async Task DeleteAsync(Stage stage, PostedComment posted) =>
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(posted.Id), stage.Ana, Cancellation)).Must();

    private static async Task RemoveAsync(Stage stage, Guid mark) =>
        (await stage.Get<RemoveAnnotationHandler>().HandleAsync(new RemoveAnnotation(mark), stage.Ana, Cancellation)).Must();
}
