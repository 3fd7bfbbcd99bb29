using System.Text.RegularExpressions;
using System.Xml.Linq;
using StudyGroup.Tests.Architecture;

namespace StudyGroup.Tests.Languages;

/// <summary>The words of one part of the interface in one language.</summary>
internal sealed partial record ResourceFile(string Path, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    private const string Ending = ".resx";

    /// <summary>"GroupTexts", whatever the language.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>All files without a language of their own: their words are English.</summary>
    public static IReadOnlyList<ResourceFile> Neutral() =>
        [.. Repository.Files(["src"], Ending).Where(path => System.IO.Path.GetFileName(path).Count(letter => letter == '.') == 1).Select(Read)];

    /// <summary>The same words in another language; empty where the file is missing.</summary>
    public ResourceFile In(string language) => Read(Path[..^Ending.Length] + $".{language}{Ending}");

    public string? Find(string key) => Entries.Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>"{0}" and "{1:N0}", in the order of their numbers.</summary>
    public static IReadOnlyList<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    private static ResourceFile Read(string path) => new(path, File.Exists(System.IO.Path.Combine(Repository.Root, path))
        ? [.. XDocument.Parse(Repository.Read(path)).Descendants("data").Select(data => KeyValuePair.Create(data.Attribute("name")?.Value ?? "", data.Element("value")?.Value ?? ""))]
        : []);

    [GeneratedRegex(@"\{[0-9]+(:[^{}]*)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
