using System.Diagnostics.CodeAnalysis;

namespace StudyGroup.Shared;

/// <summary>Success, or the <see cref="Error"/> that says why not. Refusals are results; exceptions are bugs or broken machines.</summary>
public readonly record struct Result(Error? Error)
{
    public static readonly Result Success;

    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or the <see cref="Error"/> that says why there is none.</summary>
public readonly record struct Result<T>
{
    public Result(T value) => Value = value;

    private Result(Error error) => Error = error;

    public T? Value { get; }

    public Error? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
