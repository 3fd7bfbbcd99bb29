using Microsoft.AspNetCore.Components;

namespace StudyGroup.Web.Discussion;

/// <summary>What <c>&lt;study-composer&gt;</c> says when the server has taken a text.</summary>
public sealed class ComposerPostedEventArgs : EventArgs
{
    public Guid? Id { get; set; }

    public Guid? ThreadId { get; set; }

    public long? Sequence { get; set; }
}

/// <summary>The composer's events in Razor: <c>@oncomposerposted</c>, <c>@oncomposercancelled</c> and <c>@oncomposertyping</c>. The page's script registers their browser names.</summary>
[EventHandler("oncomposerposted", typeof(ComposerPostedEventArgs))]
[EventHandler("oncomposercancelled", typeof(EventArgs))]
[EventHandler("oncomposertyping", typeof(EventArgs))]
public static class EventHandlers;
