using Microsoft.Extensions.Localization;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;

namespace StudyGroup.Web.Discussion;

/// <summary>What a thread is called on pages, and where its posts are.</summary>
public static class ThreadHeading
{
    /// <summary>Its title, or else what it stands on.</summary>
    public static string Heading(this IStringLocalizer<DiscussionTexts> text, string? title, string? quote, int? paragraph, string? reading, bool isQuestion) =>
        title is not null ? title
        : paragraph is { } number ? text[isQuestion ? "QuestionAt" : "CommentAt", number]
        : quote is not null ? text[isQuestion ? "QuestionAtHeading" : "CommentAtHeading"]
        : reading is not null ? text["OnReading", reading]
        : text["GroupTalk"];

    public static string Heading(this IStringLocalizer<DiscussionTexts> text, ThreadName name) => text.Heading(name.Title, name.Quote, name.Paragraph, name.ReadingTitle, name.IsQuestion);

    /// <summary>The address of a comment on the page of its thread.</summary>
    public static string ToAddress(this CommentAddress place, Guid commentId) => $"/groups/{place.GroupSlug}/threads/{place.ThreadId}?comment={commentId}#c-{commentId}";
}
