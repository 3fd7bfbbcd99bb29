namespace StudyGroup.Discussion.Rendering;

/// <summary>A comment as every reader's page will show it, made once when it is saved, and whom it names.</summary>
public sealed record RenderedComment(string Html, int RendererVersion, IReadOnlyList<Guid> MentionedIds);

/// <summary>A member whom a comment can name by writing @ and the display name.</summary>
public sealed record MentionCandidate(Guid AccountId, string DisplayName);

/// <summary>Where the ¶ numbers of the reading under discussion lead, so that <c>¶12</c> can be kept as the key of a block.</summary>
/// <param name="Keys">Block keys by ¶ number.</param>
/// <param name="Page">Address of the reading's page, for comments that are read on other pages too; empty for links within the page.</param>
public sealed record ParagraphLinks(IReadOnlyDictionary<int, string> Keys, string Page = "")
{
    /// <summary>Address of a paragraph, or null where the reading has none of this number.</summary>
    public string? AddressOf(int number) => Keys.TryGetValue(number, out var key) ? Page + "#" + key : null;
}
