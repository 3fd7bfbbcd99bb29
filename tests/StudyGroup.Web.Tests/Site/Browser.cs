using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StudyGroup.Web.Tests.Site;

/// <summary>A visitor with cookies, who fills forms in and does not follow redirects unseen.</summary>
public sealed class Browser(HttpClient client, Uri home, string address)
{
    public CookieContainer Cookies { get; private init; } = new();

    public Uri Home => home;

    /// <summary>What the browser's owner reads, as its requests say it: "de-AT, de;q=0.9".</summary>
    public string? Languages { get; init; }

    /// <summary>What a request sends along, as one header; empty without cookies.</summary>
    public string CookieHeader => Cookies.GetCookieHeader(home);

    /// <summary>Another browser with the same cookies as now, which changes here do not reach.</summary>
    public Browser Copy()
    {
        var copy = new Browser(client, home, address) { Languages = Languages };
        copy.Cookies.Add(Cookies.GetCookies(home));
        return copy;
    }

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CookieHeader is { Length: > 0 } cookies)
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        request.Headers.TryAddWithoutValidation(VisitorAddress.Header, address);
        if (Languages is not null)
            request.Headers.AcceptLanguage.ParseAdd(Languages);
        if (request.Headers.Accept.Count == 0)
            request.Headers.Add("Accept", "text/html");
        var answer = await client.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given)
                Cookies.SetCookies(home, cookie);
        }

        return answer;
    }

    public async Task<IHtmlDocument> PageAsync(string path, CancellationToken cancellationToken) => await PageAsync(await GetAsync(path, cancellationToken), cancellationToken);

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(cancellationToken));

    /// <summary>Opens the page, fills in its form of this name, and sends it.</summary>
    /// <param name="path">Where the form is.</param>
    /// <param name="form">The name that the server handles it by, or the address it goes to.</param>
    /// <param name="fields">What is typed; everything else stays as the page has it.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string form, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        var page = await PageAsync(path, cancellationToken);
        var found = page.Forms.First(candidate => Value(candidate, "_handler") == form || candidate.GetAttribute("action") == form);
        var values = found.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is { Length: > 0 }).ToDictionary(input => input.Name ?? "", input => input.Value);
        foreach (var select in found.Elements.OfType<IHtmlSelectElement>())
            values[select.Name ?? ""] = select.Value ?? "";
        foreach (var (name, value) in fields)
            values[name] = value;
        return await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, found.GetAttribute("action") ?? path) { Content = new FormUrlEncodedContent(values) }, cancellationToken);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, CancellationToken cancellationToken, string query = "") =>
        SubmitAsync("/account/sign-in" + query, "sign-in", cancellationToken, ("Email", email), ("Password", password));

    public async Task<bool> IsSignedInAsync(CancellationToken cancellationToken) =>
        (await GetAsync("/account/session", cancellationToken)).StatusCode == HttpStatusCode.OK;

    private static string? Value(IHtmlFormElement form, string name) => form.Elements.OfType<IHtmlInputElement>().FirstOrDefault(input => input.Name == name)?.Value;
}
