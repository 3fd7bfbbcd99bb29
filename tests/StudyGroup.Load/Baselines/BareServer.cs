using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StudyGroup.Load.Baselines;

/// <summary>What the framework alone does on this machine: a text of any length, and a hub that repeats to all. Runs as a process of its own until its input ends.</summary>
internal static class BareServer
{
    public const string Switch = "--baseline";
    public const string HubPath = "/bare";

    public static async Task<int> RunAsync()
    {
        // Nothing of the folder it is started from, and nothing on the output but the address.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var texts = new Dictionary<int, string>();
        app.MapGet("/text/{length:int}", (int length) =>
        {
            lock (texts)
                return Results.Text(texts.TryGetValue(length, out var text) ? text : texts[length] = new string('x', Math.Min(length, 1_000_000)), "text/html");
        });
        app.MapHub<BareHub>(HubPath);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address}"));
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private sealed class BareHub : Hub
    {
        public Task Post(string text) => Clients.All.SendAsync("Event", text);
    }
}
