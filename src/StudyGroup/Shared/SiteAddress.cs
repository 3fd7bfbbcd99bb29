using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace StudyGroup.Shared;

/// <summary>Makes the links that leave the page: in mails, in feeds, on the console. They come from the configuration, never from a request's Host.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site, IConfiguration configuration)
{
    private const string Default = "http://localhost:5080";

    public Uri Base { get; } = Find(site.Value.PublicUrl, configuration["Urls"]);

    /// <param name="path">Starts with a slash.</param>
    public string Of(string path) => new Uri(Base, path).AbsoluteUri;

    private static Uri Find(string? publicUrl, string? urls)
    {
        if (publicUrl is not null)
            return new Uri(publicUrl);

        // "http://*:5080" and "http://0.0.0.0:5080" say where to listen, not where to go.
        var listening = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(Default)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("[::]", "localhost", StringComparison.Ordinal);
        return Uri.TryCreate(listening, UriKind.Absolute, out var address) ? address : new Uri(Default);
    }
}
