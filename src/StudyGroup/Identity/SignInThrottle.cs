using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace StudyGroup.Identity;

/// <summary>
/// Slows guessing by account and address together, and by address alone. Never by account alone: that would let anybody lock anybody out,
/// while so the right password still works from everywhere else.
/// </summary>
public sealed class SignInThrottle(IOptions<LimitOptions> limits, TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    private readonly SlidingWindow<(string Account, string Address)> pairs = new(limits.Value.SignInTriesPerAccount, Span, time);
    private readonly SlidingWindow<string> addresses = new(limits.Value.SignInTriesPerAddress, Span, time);
    private readonly SlidingWindow<Guid> confirmations = new(limits.Value.SignInTriesPerAccount, Span, time);
    private readonly SlidingWindow<string> registrations = new(limits.Value.RegistrationsPerAddress, TimeSpan.FromHours(1), time);

    /// <summary>Counts a try before its outcome is known, so that tries at the same moment are counted too.</summary>
    public bool TryEnter(string account, IPAddress? address)
    {
        var from = Network(address);
        return addresses.TryTake(from) && pairs.TryTake((account, from));
    }

    /// <summary>The try was right: only wrong ones count.</summary>
    public void Forgive(string account, IPAddress? address)
    {
        var from = Network(address);
        addresses.GiveBack(from);
        pairs.Forget((account, from));
    }

    /// <summary>The try was never looked at, because the machine was busy: it counts neither way.</summary>
    public void GiveBack(string account, IPAddress? address)
    {
        var from = Network(address);
        addresses.GiveBack(from);
        pairs.GiveBack((account, from));
    }

    /// <summary>Somebody signed in gives the password once more. Counted by account alone: nobody else can try for it.</summary>
    public bool TryConfirm(Guid accountId) => confirmations.TryTake(accountId);

    public void ForgiveConfirming(Guid accountId) => confirmations.Forget(accountId);

    public void GiveBackConfirming(Guid accountId) => confirmations.GiveBack(accountId);

    public bool TryRegister(IPAddress? address) => registrations.TryTake(Network(address));

    /// <summary>One household's IPv6 network counts as one address, because it holds more addresses than anybody can try.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
