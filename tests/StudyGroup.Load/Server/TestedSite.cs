namespace StudyGroup.Load.Server;

/// <summary>Where the site answers, and how it is asked.</summary>
internal sealed class TestedSite : IDisposable
{
    public TestedSite(Uri address)
    {
        Address = new Uri(address.GetLeftPart(UriPartial.Authority) + "/");
        Invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
            MaxConnectionsPerServer = int.MaxValue,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        });
    }

    public Uri Address { get; }

    public HttpMessageInvoker Invoker { get; }

    /// <summary>The origin that a page of the site would send.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public Uri Socket(string path) => new UriBuilder(new Uri(Address, path)) { Scheme = Address.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;

    public void Dispose() => Invoker.Dispose();
}
