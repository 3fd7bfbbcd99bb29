using System.Net;
using System.Text.RegularExpressions;

namespace StudyGroup.Load.Server;

/// <summary>A member whose browser was signed in by the form.</summary>
internal sealed partial class SignedInMember
{
    private const string SignInPath = "account/sign-in";
    private readonly string cookies;

    private SignedInMember(TestedSite site, string cookies)
    {
        Site = site;
        this.cookies = cookies;
    }

    public TestedSite Site { get; }

    /// <summary>What a browser sends along with a WebSocket of its page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SocketHeaders => [new("Cookie", cookies), new("Origin", Site.Origin)];

    /// <exception cref="LoadException">The form is not there, or refuses.</exception>
    public static async Task<SignedInMember> SignInAsync(TestedSite site, string email, string password, CancellationToken cancellationToken)
    {
        var container = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = container, AllowAutoRedirect = false, UseProxy = false };
        using var browser = new HttpClient(handler) { BaseAddress = site.Address };
        var page = await browser.GetStringAsync(SignInPath, cancellationToken);
        using var filled = new FormUrlEncodedContent(Fill(page, email, password));
        using var answer = await browser.PostAsync(SignInPath, filled, cancellationToken);
        if ((int)answer.StatusCode is < 300 or >= 400)
            throw new LoadException($"The sign-in form answered {(int)answer.StatusCode} for {email}.");
        return new SignedInMember(site, container.GetCookieHeader(site.Address));
    }

    public Uri Socket(string path) => Site.Socket(path);

    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Site.Address, path));
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        request.Headers.TryAddWithoutValidation("Accept", method == HttpMethod.Get ? "text/html" : "application/json");
        return request;
    }

    /// <exception cref="HttpRequestException">The answer is not 200, or there is none.</exception>
    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await Site.Invoker.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"{path} answered {(int)answer.StatusCode}.", null, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    private static KeyValuePair<string, string>[] Fill(string page, string email, string password)
    {
        var form = Forms().EnumerateMatches(page);
        foreach (var found in form)
        {
            var fields = Fields(page.Substring(found.Index, found.Length));
            if (fields.Any(field => field.Type == "password"))
            {
                return fields.Where(field => field.Type is "hidden" or "email" or "password").Select(field => new KeyValuePair<string, string>(
                    field.Name, field.Type switch { "email" => email, "password" => password, _ => field.Value })).ToArray();
            }
        }

        throw new LoadException("The sign-in page has no form with a password.");
    }

    private static List<(string Type, string Name, string Value)> Fields(string form) =>
        [.. Inputs().Matches(form).Select(input => (Attribute(input.Value, "type"), Attribute(input.Value, "name"), Attribute(input.Value, "value"))).Where(field => field.Item2.Length > 0)];

    private static string Attribute(string tag, string name)
    {
        var opening = $" {name}=\"";
        var start = tag.IndexOf(opening, StringComparison.Ordinal);
        if (start < 0)
            return "";
        start += opening.Length;
        return WebUtility.HtmlDecode(tag[start..tag.IndexOf('"', start)]);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Inputs();
}
