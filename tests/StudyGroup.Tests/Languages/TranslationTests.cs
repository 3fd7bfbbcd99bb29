using System.Text.RegularExpressions;
using StudyGroup.Shared;
using StudyGroup.Tests.Architecture;
using Xunit;

namespace StudyGroup.Tests.Languages;

public sealed partial class TranslationTests
{
    public static TheoryData<string> Languages => [.. InterfaceLanguages.All.Where(language => language != InterfaceLanguages.Default)];

    [Theory, MemberData(nameof(Languages))]
    public void Every_text_exists_in_every_language_and_none_exists_in_another_alone(string language)
    {
        foreach (var english in ResourceFile.Neutral().Where(IsKeyed))
        {
            var other = english.In(language);
            Found.Nothing(english.Keys.Except(other.Keys).Select(key => $"{key} is missing in {other.Path}"));
            Found.Nothing(other.Keys.Except(english.Keys).Select(key => $"{key} is missing in {english.Path}"));
            Assert.Equal(english.Entries.Count, other.Entries.Count);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_takes_the_same_values_and_is_never_empty(string language)
    {
        var wrong =
            from english in ResourceFile.Neutral()
            let other = english.In(language)
            from entry in other.Entries
            let original = english.Find(entry.Key) ?? entry.Key
            where string.IsNullOrWhiteSpace(entry.Value) || !ResourceFile.Placeholders(entry.Value).SequenceEqual(ResourceFile.Placeholders(original))
            select $"{other.Path}: {entry.Key}: {entry.Value}";

        Found.Nothing(wrong);
        Assert.DoesNotContain(ResourceFile.Neutral().SelectMany(english => english.Entries), entry => string.IsNullOrWhiteSpace(entry.Value));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_sentence_of_the_core_can_be_told_in_every_language(string language)
    {
        var known = ResourceFile.Neutral().Single(file => file.Name == nameof(Sentence)).In(language).Keys.ToHashSet();
        var said = CoreSentences.All().ToHashSet();

        Found.Nothing(said.Except(known));
        Found.Nothing(known.Except(said));
    }

    [Fact]
    public void No_refusal_escapes_the_search_for_them() => Assert.Equal(CoreSentences.KnownWithoutWords, CoreSentences.WithoutWords());

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var files = ResourceFile.Neutral().ToDictionary(file => file.Name);
        var missing =
            from path in Repository.Files(["src"], ".razor", ".cs")
            let source = SourceOf(path)
            from Match names in Localizer().Matches(source)
            from Match use in Use().Matches(Repository.Read(path))
            where use.Groups["name"].Value == names.Groups["name"].Value && files.TryGetValue(names.Groups["texts"].Value, out var file)
                && new[] { use.Groups["key"], use.Groups["other"] }.Any(key => key.Success && file.Find(key.Value) is null)
            select $"{path}: {use.Value}";

        Found.Nothing(missing);
    }

    [Fact]
    public void Every_word_that_a_script_asks_for_exists()
    {
        var words = ResourceFile.Neutral().Single(file => file.Name == "ScriptTexts");
        var missing =
            from path in Repository.Files(["wwwroot", "src"], ".js")
            from Match use in ScriptUse().Matches(Repository.Read(path))
            where words.Find(use.Groups["key"].Value) is null
            select $"{path}: {use.Value}";

        Found.Nothing(missing);
    }

    // A page, and the class behind it, which uses what the page has asked for.
    private static string SourceOf(string path) =>
        path.EndsWith(".razor.cs", StringComparison.Ordinal) ? Repository.Read(path) + Repository.Read(path[..^".cs".Length]) : Repository.Read(path);

    // The sentences of the core stand in its code.
    private static bool IsKeyed(ResourceFile file) => file.Name != nameof(Sentence);

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+)> (?<name>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Localizer();

    [GeneratedRegex("""\b(?<name>[A-Z]\w*)\[([^\[\]"$]*\? "(?<other>[\w.]+)" : )?"(?<key>[\w.]+)"[,\]]""", RegexOptions.NonBacktracking)]
    private static partial Regex Use();

    [GeneratedRegex(@"\b(word|label)\('(?<key>\w+)'", RegexOptions.NonBacktracking)]
    private static partial Regex ScriptUse();
}
