using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>What a reader's browser sends when it posts, without the browser: for posts that must not wait for a page.</summary>
public sealed class PostingClient : IDisposable
{
    private readonly HttpClient client;

    private PostingClient(HttpClient client) => this.client = client;

    /// <summary>Takes the cookies and the token of the page that the reader has open.</summary>
    public static async Task<PostingClient> OfAsync(Reader reader)
    {
        var token = await reader.Page.Locator("meta[name=antiforgery]").GetAttributeAsync("content");
        var cookies = string.Join("; ", (await reader.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(reader.Address),
            Timeout = TimeSpan.FromSeconds(10),
        };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        return new PostingClient(client);
    }

    /// <summary>One try; null when there was no answer, or none that says what became of the post.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)?> TryPostAsync(object body, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync("/discussion/comments", body, cancellationToken);
            return answer.StatusCode >= HttpStatusCode.InternalServerError ? null : (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Posts into a thread under one key until the server has answered.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> PostAsync(Guid threadId, string words, CancellationToken cancellationToken)
    {
        var body = new { key = Guid.NewGuid(), threadId, markdown = words };
        for (; ; )
        {
            if (await TryPostAsync(body, cancellationToken) is { } answer)
                return answer.Status == HttpStatusCode.OK ? answer.Body.GetProperty("id").GetGuid() : throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
            await Task.Delay(20, cancellationToken);
        }
    }

    public void Dispose() => client.Dispose();
}
