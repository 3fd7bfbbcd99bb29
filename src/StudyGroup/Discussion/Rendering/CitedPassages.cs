namespace StudyGroup.Discussion.Rendering;

/// <summary>A paragraph that a comment points at, as it reads when the comment is saved.</summary>
/// <param name="Name">What a link to it says, such as <c>¶ 12</c>.</param>
/// <param name="Address">Path of the page and key of the block: the number may change with the next edition, the key stays.</param>
/// <param name="Words">The text of the paragraph, plain.</param>
public sealed record CitedPassage(string Name, string Address, string Words);

/// <summary>The paragraphs that a comment can point at: by the ¶ number of the reading under discussion, or by an address that was pasted.</summary>
public sealed record CitedPassages(IReadOnlyDictionary<int, CitedPassage> ByNumber, IReadOnlyDictionary<string, CitedPassage> ByAddress)
{
    public static CitedPassages None { get; } = new(new Dictionary<int, CitedPassage>(), new Dictionary<string, CitedPassage>());
}
