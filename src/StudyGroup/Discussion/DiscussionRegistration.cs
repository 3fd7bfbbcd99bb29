using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Discussion.Links;
using StudyGroup.Discussion.Moves;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Discussion.Sections;
using StudyGroup.Discussion.Tags;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;

namespace StudyGroup.Discussion;

/// <summary>Threads, comments and drafts.</summary>
public static class DiscussionRegistration
{
    public static IServiceCollection AddDiscussion(this IServiceCollection services) => services
        .AddSingleton<ITopicAccess, TopicAccess>()
        .AddSingleton<CommentText>()
        .AddSingleton<OlderComments>()
        .AddSingleton<PassageQuery>()
        .AddSingleton<LinkQuery>()
        .AddSingleton<LinkPlaceQuery>()
        .AddSingleton<RemoveLinkHandler>()
        .AddSingleton<OwnComment>()
        .AddSingleton<PostCommentHandler>()
        .AddSingleton<EditCommentHandler>()
        .AddSingleton<DeleteCommentHandler>()
        .AddSingleton<ReactHandler>()
        .AddSingleton<BookmarkCommentHandler>()
        .AddSingleton<BookmarkQuery>()
        .AddSingleton<NotebookQuery>()
        .AddSingleton<MarkSeenHandler>()
        .AddSingleton<UnreadQuery>()
        .AddSingleton<RevisionQuery>()
        .AddSingleton<PublishNotesHandler>()
        .AddSingleton<UndoPublicationHandler>()
        .AddSingleton<NotesQuery>()
        .AddSingleton<ThreadDecision>()
        .AddSingleton<AcceptAnswerHandler>()
        .AddSingleton<WithdrawAcceptanceHandler>()
        .AddSingleton<ResolveThreadHandler>()
        .AddSingleton<LockThreadHandler>()
        .AddSingleton<UnlockThreadHandler>()
        .AddSingleton<PinThreadHandler>()
        .AddSingleton<UnpinThreadHandler>()
        .AddSingleton<ReopenThreadHandler>()
        .AddSingleton<Relocation>()
        .AddSingleton<MoveCommentsHandler>()
        .AddSingleton<UndoMoveHandler>()
        .AddSingleton<MoveQuery>()
        .AddSingleton<SaveDraftHandler>()
        .AddSingleton<DraftQuery>()
        .AddSingleton<MentionQuery>()
        .AddSingleton<ParagraphQuery>()
        .AddSingleton<TagQuery>()
        .AddSingleton<CommentPreview>()
        .AddSingleton<MarginQuery>()
        .AddSingleton<ThreadQuery>()
        .AddSingleton<IEditionFollower, SectionsFollow>()
        .AddSingleton<SectionOpening>()
        .AddSingleton<MarkSectionReadHandler>()
        .AddSingleton<SectionReading>()
        .AddSingleton<SetOwnNoteFirstHandler>()
        .AddSingleton<SectionQuery>()
        .AddSingleton<LiveEvents>();
}
