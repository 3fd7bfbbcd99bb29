using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace StudyGroup.Load.Server;

/// <summary>Drafts as the composer's script saves and fetches them.</summary>
internal static partial class Drafts
{
    private const string Path = "discussion/drafts";

    public static async Task SaveAsync(SignedInMember member, ReadingPlace reading, string markdown, CancellationToken cancellationToken)
    {
        var token = Token().Match(await member.GetTextAsync(reading.Path, cancellationToken));
        if (!token.Success)
            throw new LoadException("The reading's page has no antiforgery token.");

        using var request = member.Request(HttpMethod.Put, $"{Path}/{Uri.EscapeDataString($"{reading.ReadingId} whole")}");
        request.Headers.Add("RequestVerificationToken", WebUtility.HtmlDecode(token.Groups[1].Value));
        request.Content = JsonContent.Create(new { sequence = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), markdown, target = new { groupId = reading.GroupId, readingId = reading.ReadingId } });
        using var answer = await member.Site.Invoker.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new LoadException($"A draft was answered with {(int)answer.StatusCode}.");
    }

    public static async Task<bool> HasAsync(SignedInMember member, string markdown, CancellationToken cancellationToken)
    {
        using var request = member.Request(HttpMethod.Get, Path);
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await member.Site.Invoker.SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync(cancellationToken)).Contains(markdown, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<meta name=""antiforgery"" content=""([^""]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
