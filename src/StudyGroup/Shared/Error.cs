namespace StudyGroup.Shared;

/// <summary>What class a refusal belongs to; the edges (pages, hub, console) choose their form of answer by it.</summary>
public enum ErrorKind
{
    NotFound,
    Invalid,
    TooLong,
    BadPassage,
    Locked,
    TooMany,
    SignedOut,
    Conflict,
}

/// <summary>A refusal that a person can act on: a stable code for programs and one sentence for people.</summary>
public sealed record Error(ErrorKind Kind, string Code, Sentence Sentence)
{
    /// <summary>The one answer for what does not exist and for what the asker may not know of.</summary>
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is nothing here that you can see.");

    /// <summary>The sentence in the language of the moment.</summary>
    public string Message => Sentence.ToString();

    /// <summary>Input that breaks a rule; <paramref name="code"/> is stable, <paramref name="sentence"/> is for people.</summary>
    public static Error Invalid(string code, Sentence sentence) => new(ErrorKind.Invalid, code, sentence);

    /// <summary>A text over its limit of <paramref name="limit"/> UTF-16 code units.</summary>
    public static Error TooLong(Sentence field, int limit) =>
        new(ErrorKind.TooLong, "too-long", $"{field} is too long: {limit:N0} characters at most.");

    /// <summary>A text with characters that no database keeps (see <see cref="StorableText"/>).</summary>
    public static Error Unreadable(Sentence field) => new(ErrorKind.Invalid, "invalid", $"{field} holds characters that cannot be stored.");

    /// <summary>The thing changed, or is taken, since the asker last saw it.</summary>
    public static Error Conflict(string code, Sentence sentence) => new(ErrorKind.Conflict, code, sentence);
}
