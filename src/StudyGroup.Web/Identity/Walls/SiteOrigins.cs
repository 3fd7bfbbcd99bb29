using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// Under which hosts this site answers and from which pages its sockets may be opened: those of <c>Site:PublicUrl</c>. On a developer's machine,
/// and where no public address is set, that is localhost on the ports it listens on.
/// </summary>
internal sealed class SiteOrigins(IOptions<SiteOptions> site, IHostEnvironment environment, IServer server)
{
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    private readonly Uri? home = site.Value.PublicUrl is { } url ? new Uri(url) : null;

    private bool IsLocal => home is null || environment.IsDevelopment();

    /// <summary>The public address where it asks for HTTPS, in Production: elsewhere nobody is sent there.</summary>
    public Uri? Secure => home is { Scheme: "https" } && environment.IsProduction() ? home : null;

    public bool AllowsHost(HostString host) =>
        (IsLocal && LocalHosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase))
        || (home is not null && string.Equals(home.Host, host.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the request comes from a page of this site. Compared as a whole: no suffix, no missing origin, no second one.</summary>
    public bool AllowsOrigin(HttpRequest request)
    {
        if (request.Headers.Origin is not [{ } text] || !Uri.TryCreate(text, UriKind.Absolute, out var origin) || !IsBare(text, origin))
            return false;
        if (home is not null && Uri.Compare(origin, home, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)
            return true;

        return IsLocal
            && LocalHosts.Contains(origin.IdnHost.Contains(':', StringComparison.Ordinal) ? $"[{origin.IdnHost}]" : origin.IdnHost, StringComparer.OrdinalIgnoreCase)
            && (request.Host.Port == origin.Port || (request.Host.Port is null && origin.IsDefaultPort) || Ports().Contains(origin.Port));
    }

    private static bool IsBare(string text, Uri origin) =>
        string.Equals(text, origin.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase) && origin.UserInfo.Length == 0;

    private IEnumerable<int> Ports() =>
        from address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []
        select BindingAddress.Parse(address).Port;
}
