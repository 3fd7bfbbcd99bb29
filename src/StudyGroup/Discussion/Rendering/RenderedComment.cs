using StudyGroup.Discussion.Tags;

namespace StudyGroup.Discussion.Rendering;

/// <summary>A comment as every reader's page will show it, made once when it is saved, whom it names, and its tags.</summary>
public sealed record RenderedComment(string Html, int RendererVersion, IReadOnlyList<Guid> MentionedIds, IReadOnlyList<Tag> Tags);

/// <summary>A member whom a comment can name by writing @ and the display name.</summary>
public sealed record MentionCandidate(Guid AccountId, string DisplayName);
