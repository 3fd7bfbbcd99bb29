using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace StudyGroup.Browser.Tests.Scripts;

/// <summary>What a script asked the server for.</summary>
public sealed record Asked(string Method, string Path, JsonNode? Body, string? Token)
{
    public string Text(string name) => Body?[name]?.GetValue<string>() ?? "";
}

/// <summary>A server with the real scripts and styles, one page to try them on, and answers that a test chooses.</summary>
public sealed class ScriptSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly ConcurrentDictionary<string, JsonNode> drafts = new();

    private ScriptSite(WebApplication app) => this.app = app;

    public IReadOnlyList<Asked> Requests => [.. asked];

    public string Address => app.Urls.First();

    /// <summary>The page at "/"; a test may change it before it goes there.</summary>
    public string Page { get; set; } = Harness.Page();

    /// <summary>Answers the posting and editing of comments, by the number of the attempt from 1.</summary>
    public Func<int, IResult> OnPost { get; set; } = _ => Results.Json(new { id = "c-1", threadId = "t-1", sequence = 7 });

    /// <summary>Answers the saving of drafts, by the number of the attempt from 1; null keeps the draft.</summary>
    public Func<int, IResult?> OnDraft { get; set; } = _ => null;

    public Func<IResult> OnSession { get; set; } = () => Results.Json(new { });

    public static async Task<ScriptSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new ScriptSite(app);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Harness.RepositoryRoot, "wwwroot")) });
        app.MapGet("/", () => Results.Content(site.Page, "text/html; charset=utf-8"));
        app.MapGet("/account/session", () => site.OnSession());
        app.MapGet("/account/sign-in", () => Results.Content("<title>Sign in</title>", "text/html"));
        app.MapGet("/discussion/drafts/{key}", (string key) => site.drafts.TryGetValue(key, out var kept) ? Results.Json(kept) : Results.NotFound());
        app.MapPut("/discussion/drafts/{key}", (string key, HttpContext context) => site.DraftAsync(key, context));
        app.MapPost("/discussion/comments", (Delegate)site.PostAsync);
        app.MapPut("/discussion/comments/{id}", (Delegate)site.PostAsync);
        app.MapPost("/discussion/preview", () => Results.Json(new { html = "<p>made <em>by the server</em></p>" }));
        await app.StartAsync(cancellationToken);
        return site;
    }

    public IReadOnlyList<Asked> RequestsTo(string method, string prefix) =>
        [.. asked.Where(request => request.Method == method && request.Path.StartsWith(prefix, StringComparison.Ordinal))];

    public void Keep(string key, string markdown, long sequence) => drafts[key] = new JsonObject { ["markdown"] = markdown, ["sequence"] = sequence };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> PostAsync(HttpContext context) => OnPost(await NoteAsync(context));

    private async Task<IResult> DraftAsync(string key, HttpContext context)
    {
        var attempt = await NoteAsync(context);
        if (OnDraft(attempt) is { } answer)
            return answer;
        if (asked.Last().Body is { } body)
            drafts[key] = body.DeepClone();
        return Results.NoContent();
    }

    private async Task<int> NoteAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var path = context.Request.Path.Value ?? "";
        asked.Enqueue(new Asked(context.Request.Method, path, body, context.Request.Headers["RequestVerificationToken"]));
        return asked.Count(request => request.Method == context.Request.Method && request.Path == path);
    }
}
