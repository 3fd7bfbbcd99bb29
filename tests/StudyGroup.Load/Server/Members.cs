using System.Collections.Concurrent;
using System.Globalization;
using StudyGroup.Load.Hubs;

namespace StudyGroup.Load.Server;

/// <summary>The seeded members: by their password in a browser, by their access tokens at the hub.</summary>
internal sealed class Members(TestedSite site, string password, IReadOnlyList<string> tokens)
{
    /// <summary>As many pages as one member may have open.</summary>
    private const int PagesOfOne = 20;

    private readonly ConcurrentDictionary<int, Task<SignedInMember>> browsers = new();

    /// <summary>How many members it takes to open so many pages.</summary>
    public static int For(int pages) => (pages + PagesOfOne - 1) / PagesOfOne;

    /// <summary>The member who opens this page; 20 pages belong to one.</summary>
    public Task<SignedInMember> OfPageAsync(int page, CancellationToken cancellationToken) => BrowserAsync(page / PagesOfOne % tokens.Count, cancellationToken);

    /// <param name="index">From 0; the group's owner is the first.</param>
    /// <param name="cancellationToken">Ends the sign-in.</param>
    public Task<SignedInMember> BrowserAsync(int index, CancellationToken cancellationToken) => browsers.GetOrAdd(
        index,
        number => SignedInMember.SignInAsync(site, string.Create(CultureInfo.InvariantCulture, $"member{number + 1}@example.org"), password, cancellationToken));

    /// <summary>Connects a member to the hub; numbers beyond the members begin again at the first.</summary>
    public async Task<DiscussionClient> HubAsync(int index, HubCall? called, CancellationToken cancellationToken) => new(await JsonHub.OpenAsync(
        site.Socket(DiscussionClient.Path), [new("Authorization", "Bearer " + tokens[index % tokens.Count])], site.Invoker, called, cancellationToken));
}
