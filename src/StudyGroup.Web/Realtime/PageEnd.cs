using Microsoft.JSInterop;

namespace StudyGroup.Web.Realtime;

internal static class PageEnd
{
    /// <summary>Whether a call of a script failed because its page left meanwhile: what was still on the way when a circuit ends is cancelled, what comes later finds it disconnected.</summary>
    public static bool IsEndOfPage(this Exception exception) => exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException;
}
