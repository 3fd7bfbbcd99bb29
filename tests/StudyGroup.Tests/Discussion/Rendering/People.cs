using StudyGroup.Discussion.Rendering;

namespace StudyGroup.Tests.Discussion.Rendering;

/// <summary>The members and the paragraphs that the cases of this folder speak of.</summary>
internal static class People
{
    public static readonly MentionCandidate Ana = new(new Guid("0190a000-0000-7000-8000-00000000000a"), "Ana");
    public static readonly MentionCandidate AnaRuiz = new(new Guid("0190a000-0000-7000-8000-00000000000b"), "Ana Ruiz");
    public static readonly MentionCandidate Jean = new(new Guid("0190a000-0000-7000-8000-00000000000c"), "Jean-Luc O'Hara");
    public static readonly MentionCandidate Starred = new(new Guid("0190a000-0000-7000-8000-00000000000d"), "b_o_b *x*");
    public static readonly MentionCandidate Hebrew = new(new Guid("0190a000-0000-7000-8000-00000000000e"), "נועה");
    public static readonly MentionCandidate SecondAna = new(new Guid("0190a000-0000-7000-8000-00000000000f"), "ana");

    /// <summary>Where tags lead to.</summary>
    public const string Notebook = "https://read.example/groups/demo/notebook";

    public static readonly IReadOnlyList<MentionCandidate> All = [Ana, AnaRuiz, Jean, Starred, Hebrew];

    public static readonly CitedPassages Passages = new(
        new Dictionary<int, CitedPassage> { [1] = new("¶ 1", "#k-one", "One ferry."), [12] = new("¶ 12", "#k-twelve", "Twelve <b>ferries</b> & a bell.") },
        new Dictionary<string, CitedPassage> { ["https://read.example/groups/demo/readings/ferries#k-two"] = new("Ferries, ¶ 2", "#k-two", "Two ferries.") });
}
