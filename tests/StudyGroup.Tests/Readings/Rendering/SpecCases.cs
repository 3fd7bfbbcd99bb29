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

/// <summary>Cases in Markdown files beside the tests. "→" stands for a tab, "·" for a blank at a line's end.</summary>
public static class SpecCases
{
    public static IEnumerable<TheoryDataRow<SpecCase>> Of(string file) => Read(file).Select(spec => new TheoryDataRow<SpecCase>(spec) { TestDisplayName = spec.ToString() });

    private static IEnumerable<SpecCase> Read(string file)
    {
        var sections = File.ReadAllText(Path.Combine(Folder(), "Cases", file)).ReplaceLineEndings("\n").Split("\n## ").Skip(1);
        foreach (var section in sections)
        {
            var pieces = section.Split("\n~~~");
            var parts = new Dictionary<string, string>();
            for (var index = 1; index + 1 < pieces.Length; index += 2)
            {
                var (name, body) = (pieces[index].Split('\n')[0].Trim(), pieces[index][(pieces[index].IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                parts[name] = body.Replace('→', '\t').Replace('·', ' ');
            }

            yield return new SpecCase(pieces[0].Split('\n')[0].Trim(), parts);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? throw new InvalidOperationException("No folder.");
}
