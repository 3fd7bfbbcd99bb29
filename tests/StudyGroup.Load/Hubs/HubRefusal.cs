namespace StudyGroup.Load.Hubs;

/// <summary>The hub answered an invocation with an error.</summary>
internal sealed class HubRefusal : Exception
{
    public HubRefusal()
    {
    }

    public HubRefusal(string message)
        : base(message)
    {
    }

    public HubRefusal(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
