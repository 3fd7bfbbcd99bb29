using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>One case of a file: a heading says what it shows, then come fenced parts named "in" and whatever is expected.</summary>
public sealed class SpecCase : IXunitSerializable
{
    private string title = "";
    private Dictionary<string, string> parts = [];

    public SpecCase()
    {
    }

    public SpecCase(string title, Dictionary<string, string> parts) => (this.title, this.parts) = (title, parts);

    public string Input => Part("in");

    public string Part(string name) => parts.TryGetValue(name, out var part) ? part : throw new InvalidOperationException($"\"{title}\" has no part \"{name}\".");

    public void Deserialize(IXunitSerializationInfo info)
    {
        title = info.GetValue<string>("title") ?? "";
        var names = info.GetValue<string[]>("names") ?? [];
        parts = names.ToDictionary(name => name, name => info.GetValue<string>("part." + name) ?? "");
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("title", title);
        info.AddValue("names", parts.Keys.ToArray());
        foreach (var (name, part) in parts)
            info.AddValue("part." + name, part);
    }

    public override string ToString() => title;
}

/// <summary>Cases in Markdown files beside the tests, named by their path in the test project. "→" stands for a tab, "·" for a blank at a line's end, "◦" for one that does not break.</summary>
public static class SpecCases
{
    public static IEnumerable<TheoryDataRow<SpecCase>> Of(string file) => Read(file).Select(spec => new TheoryDataRow<SpecCase>(spec) { TestDisplayName = spec.ToString() });

    private static List<SpecCase> Read(string file)
    {
        var cases = new List<SpecCase>();
        Dictionary<string, string>? parts = null;
        string? open = null;
        foreach (var line in File.ReadAllText(Path.Combine(Root(), file)).ReplaceLineEndings("\n").Split('\n'))
        {
            if (open is not null && line == "~~~")
                open = null;
            else if (open is not null && parts is not null)
                parts[open] = parts.TryGetValue(open, out var above) ? above + "\n" + Signs(line) : Signs(line);
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                cases.Add(new SpecCase(line[3..], parts = []));
            else if (line.StartsWith("~~~", StringComparison.Ordinal))
                open = line[3..];
        }

        return cases;
    }

    private static string Signs(string line) => line.Replace('→', '\t').Replace('·', ' ').Replace('◦', '\u00A0');

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..");
}
