using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>A person at a browser of their own. What the browser complains about fails the test, unless it was forgiven.</summary>
public sealed partial class Reader : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> frames = new();
    private readonly List<string> forgiven = [];

    private Reader(string address, Person? person, IBrowserContext context, IPage page)
    {
        Address = address;
        Person = person;
        Context = context;
        Page = page;
    }

    public string Address { get; }

    public Person? Person { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors on the console, among them every violation of the content policy; errors of scripts; dialogs.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(complaint => !forgiven.Any(part => complaint.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Everything that came through WebSockets, as text.</summary>
    public IReadOnlyList<string> Frames => [.. frames];

    public static async Task<Reader> StartAsync(IBrowser browser, string address, Person? person, BrowserNewContextOptions? options)
    {
        options ??= new BrowserNewContextOptions();
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        options.BaseURL ??= address;
        var context = await browser.NewContextAsync(options);
        var reader = new Reader(options.BaseURL, person, context, await context.NewPageAsync());
        reader.Watch(reader.Page);
        context.Page += (_, page) => reader.Watch(page);
        context.Console += (_, message) => reader.Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        context.WebError += (_, error) => reader.Note(true, $"script: {error.Error}");
        context.Dialog += async (_, dialog) =>
        {
            reader.Note(true, $"dialog: {dialog.Type} {dialog.Message}");
            await dialog.AcceptAsync();
        };
        return reader;
    }

    /// <summary>Says that a complaint with these words belongs to what the test does.</summary>
    public void Forgive(params string[] parts) => forgiven.AddRange(parts);

    /// <summary>Forgives what every browser writes when a server cannot be reached.</summary>
    public void ForgiveLostLines() => Forgive("net::ERR_", "WebSocket", "Connection disconnected", "Failed to fetch", "Cannot send data if the connection", "No interop methods are registered", "Error: Failed to start the connection", "Failed to complete negotiation", "There was an error while");

    public async Task SignInAsync()
    {
        if (Person is not { } person)
            throw new InvalidOperationException("A stranger cannot sign in.");

        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("Email").FillAsync(person.Email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Person.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Gets the cookies without opening a page.</summary>
    public async Task SignInUnseenAsync()
    {
        const string path = "/account/sign-in";
        var page = await (await Context.APIRequest.GetAsync(path)).TextAsync();
        var form = Context.APIRequest.CreateFormData();
        form.Set("_handler", "sign-in");
        form.Set("__RequestVerificationToken", Token().Match(page).Groups[1].Value);
        form.Set("Email", Person?.Email ?? "");
        form.Set("Password", Person.Password);
        var answer = await Context.APIRequest.PostAsync(path, new() { Form = form, MaxRedirects = 0 });
        if (answer.Status != 302)
            throw new InvalidOperationException($"Signing in is answered {answer.Status}.");
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Token();

    private void Watch(IPage page) => page.WebSocket += (_, socket) =>
    {
        socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
    };

    private void Note(bool counts, string complaint)
    {
        if (counts)
            complaints.Enqueue($"{Person?.Name ?? "stranger"}: {complaint}");
    }
}
