using System.Runtime.CompilerServices;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Databases;

/// <summary>A test may name a type of Microsoft.Data.Sqlite before anything of the product, so the pairing of its parts is set up first.</summary>
internal static class SqliteFirst
{
    [ModuleInitializer]
    internal static void Initialize() => SqliteRuntime.Touch();
}
