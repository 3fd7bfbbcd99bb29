using System.Text.Json.Nodes;

namespace StudyGroup.Load.Circuits;

/// <summary>The islands of a page, as the browser's script finds them in its comments.</summary>
/// <param name="Operations">The first batch of root components, as the script sends it.</param>
/// <param name="Count">How many islands there are.</param>
/// <param name="State">What the page kept for them; empty when it kept nothing.</param>
internal sealed record PageIslands(string Operations, int Count, string State)
{
    private const string Opening = "<!--Blazor:";
    private const string Closing = "-->";
    private const string StateOpening = "<!--Blazor-Server-Component-State:";

    public static PageIslands In(string html)
    {
        var operations = new JsonArray();
        foreach (var comment in Comments(html, Opening))
        {
            // The comment behind an island names its start and nothing else.
            if (JsonNode.Parse(comment[comment.IndexOf('{', StringComparison.Ordinal)..]) is JsonObject marker && (string?)marker["type"] == "server")
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        }

        var count = operations.Count;
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        return new PageIslands(batch.ToJsonString(), count, Comments(html, StateOpening).FirstOrDefault() ?? "");
    }

    private static IEnumerable<string> Comments(string html, string opening)
    {
        for (var at = html.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = html.IndexOf(opening, at, StringComparison.Ordinal))
        {
            at += opening.Length;
            var end = html.IndexOf(Closing, at, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            yield return html[at..end];
        }
    }
}
