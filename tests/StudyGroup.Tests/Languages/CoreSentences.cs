using System.Text.RegularExpressions;
using StudyGroup.Tests.Architecture;

namespace StudyGroup.Tests.Languages;

/// <summary>
/// The sentences of the core that readers see, as they stand in its source: refusals, and why an import set something aside. Commands, which speak
/// English on the console, are left out.
/// </summary>
internal static partial class CoreSentences
{
    /// <summary>Refusals whose sentence stands elsewhere: in a constant beside them, which is found there.</summary>
    public static readonly string[] KnownWithoutWords =
    [
        "src/StudyGroup/Identity/Errors.cs: Error.Invalid(\"sign-in\", NoSignIn)",
        "src/StudyGroup/Identity/Errors.cs: new(ErrorKind.TooMany, \"too-many\", NoSignIn)",
    ];

    private const string Console = "src/StudyGroup/Administration/";
    private const string Makers = "src/StudyGroup/Shared/Error.cs";

    public static IEnumerable<string> All() =>
        from path in Sources()
        let source = Repository.Read(path)
        from Match found in Spoken().Matches(source).Concat(Reason().Matches(source))
        from sentence in new[] { found.Groups["sentence"], found.Groups["other"] }
        where sentence.Success
        select Numbered(sentence.Value);

    /// <summary>Refusals in whose place no words were found.</summary>
    public static IEnumerable<string> WithoutWords() =>
        from path in Sources().Where(path => path != Makers)
        let source = Repository.Read(path)
        from Match call in Call().Matches(source)
        where Spoken().Match(source, call.Index) is not { Success: true } spoken || spoken.Index != call.Index
        select $"{path}: {call.Value}";

    private static IEnumerable<string> Sources() => Repository.Files(["src"], ".cs", ".razor").Where(path => !path.StartsWith(Console, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    // "{limit:N0}" becomes "{0:N0}", as the compiler numbers it.
    private static string Numbered(string sentence)
    {
        var number = 0;
        return Hole().Replace(sentence, hole => $"{{{number++}{hole.Groups["format"].Value}}}");
    }

    [GeneratedRegex("""(Error\.(Invalid|Conflict)\(\s*"[^"]*",|new( Error)?\(ErrorKind\.\w+,\s*"[^"]*",|Error\.(TooLong|Unreadable)\()\s*\$?"(?<sentence>[^"]+)["]|const string No[A-Z]\w+ = "(?<sentence>[^"]+[.])["]""", RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(Error\.(Invalid|Conflict|TooLong|Unreadable)\(|new( Error)?\(ErrorKind\.)[^;\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex("""(\.SetAside\([^";]*|const string ByEditor = )"(?<sentence>[^"]+)"( : "(?<other>[^"]+)")?""", RegexOptions.NonBacktracking)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\{[^{}:]+(?<format>:[^{}]+)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
