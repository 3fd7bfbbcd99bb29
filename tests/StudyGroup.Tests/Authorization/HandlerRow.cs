using StudyGroup.Shared;

namespace StudyGroup.Tests.Authorization;

/// <summary>What an attempt comes to.</summary>
public enum Outcome
{
    /// <summary>It is done: something stored has changed.</summary>
    Done,

    /// <summary>It is answered kindly and changes nothing, whether the thing exists or not.</summary>
    Nothing,

    /// <summary>It is refused with a reason; nothing has changed.</summary>
    Refused,

    /// <summary>The thing does not exist for this person; nothing has changed.</summary>
    Missing,
}

/// <summary>One attempt at a handler, made by everybody in turn.</summary>
/// <param name="Handler">Name of the class.</param>
/// <param name="On">What it is tried on, in words.</param>
/// <param name="Expected">In the order of <see cref="Person"/>.</param>
/// <param name="Prepare">Puts up what is acted on and returns the act itself, so that only the act's changes count.</param>
internal sealed record HandlerRow(string Handler, string On, IReadOnlyList<Outcome> Expected, Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> Prepare)
{
    public override string ToString() => $"{Handler} on {On}";
}
