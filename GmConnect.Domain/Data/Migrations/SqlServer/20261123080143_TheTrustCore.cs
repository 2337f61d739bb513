using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TheTrustCore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "IsProtected",
                table: "Resident",
                newName: "PlaceWasAsked");

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Referral",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CarriesPlace",
                table: "OutboxMessage",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmedAt",
                table: "Delegation",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Delegation",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "ByResident");

            migrationBuilder.AddColumn<string>(
                name: "Parts",
                table: "Delegation",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "ConsentRecord",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Given");

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "ConsentRecord",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Resident");

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "AgencyNotices",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "AgencyNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AnsweredBy",
                table: "AgencyNotices",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConsentId",
                table: "AgencyNotices",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Law",
                table: "AgencyNotices",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "AgencyNotices",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "OwnRecordId",
                table: "Accounts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TeamId",
                table: "Accounts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "GroundFacts",
                table: "AccessEntry",
                type: "nvarchar(1100)",
                maxLength: 1100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(800)",
                oldMaxLength: 800);

            migrationBuilder.AddColumn<Guid>(
                name: "Row",
                table: "AccessEntry",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rules",
                table: "AccessEntry",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "EntryDestruction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Signature = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryDestruction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Matter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ResidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AboutAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OverrideId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EscalatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Finding = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matter_Resident_ResidentId",
                        column: x => x.ResidentId,
                        principalTable: "Resident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SealBatch",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Root = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    EntriesSoFar = table.Column<long>(type: "bigint", nullable: false),
                    Oldest = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Latest = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Signature = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: false),
                    AnchoredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealBatch", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SealedEntry",
                columns: table => new
                {
                    BatchNumber = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: true),
                    Leaf = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedEntry", x => new { x.BatchNumber, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "SharingAgreement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingAgreement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StandingFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fact = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Purposes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Categories = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Parts = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Law = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    GroundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReviewBy = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AgencyKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    WordingHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    NotToldBecause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    MayKnow = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandingFacts_Resident_ResidentId",
                        column: x => x.ResidentId,
                        principalTable: "Resident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnsealedEntry",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsealedEntry", x => x.EntryId);
                });

            migrationBuilder.CreateTable(
                name: "Watermarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watermarks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "AgreementChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementChange_SharingAgreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "SharingAgreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementSuspension",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementSuspension", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementSuspension_SharingAgreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "SharingAgreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Purposes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DpiaReference = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RightsContact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementVersion_SharingAgreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "SharingAgreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementParty",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Article6 = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Article9 = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Schedule1 = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SignedAs = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SignedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementParty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementParty_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementParty_AgreementVersion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "AgreementVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyNotices_ConsentId",
                table: "AgencyNotices",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OwnRecordId",
                table: "Accounts",
                column: "OwnRecordId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementChange_AgreementId",
                table: "AgreementChange",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParty_AgencyId_VersionId",
                table: "AgreementParty",
                columns: new[] { "AgencyId", "VersionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParty_VersionId",
                table: "AgreementParty",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSuspension_AgreementId",
                table: "AgreementSuspension",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementVersion_AgreementId_Number",
                table: "AgreementVersion",
                columns: new[] { "AgreementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryDestruction_EntryId",
                table: "EntryDestruction",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Matter_ClosedAt_DueAt",
                table: "Matter",
                columns: new[] { "ClosedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Matter_EntryId",
                table: "Matter",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Matter_ResidentId",
                table: "Matter",
                column: "ResidentId");

            migrationBuilder.CreateIndex(
                name: "IX_SealBatch_AnchoredAt_Oldest",
                table: "SealBatch",
                columns: new[] { "AnchoredAt", "Oldest" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedEntry_EntryId",
                table: "SealedEntry",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreement_Reference",
                table: "SharingAgreement",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandingFacts_ResidentId",
                table: "StandingFacts",
                column: "ResidentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnsealedEntry_At_EntryId",
                table: "UnsealedEntry",
                columns: new[] { "At", "EntryId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementChange");

            migrationBuilder.DropTable(
                name: "AgreementParty");

            migrationBuilder.DropTable(
                name: "AgreementSuspension");

            migrationBuilder.DropTable(
                name: "EntryDestruction");

            migrationBuilder.DropTable(
                name: "Matter");

            migrationBuilder.DropTable(
                name: "SealBatch");

            migrationBuilder.DropTable(
                name: "SealedEntry");

            migrationBuilder.DropTable(
                name: "StandingFacts");

            migrationBuilder.DropTable(
                name: "UnsealedEntry");

            migrationBuilder.DropTable(
                name: "Watermarks");

            migrationBuilder.DropTable(
                name: "AgreementVersion");

            migrationBuilder.DropTable(
                name: "SharingAgreement");

            migrationBuilder.DropIndex(
                name: "IX_AgencyNotices_ConsentId",
                table: "AgencyNotices");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_OwnRecordId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "CarriesPlace",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Delegation");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Delegation");

            migrationBuilder.DropColumn(
                name: "Parts",
                table: "Delegation");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "ConsentRecord");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "ConsentRecord");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "AnsweredBy",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "ConsentId",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "Law",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "AgencyNotices");

            migrationBuilder.DropColumn(
                name: "OwnRecordId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TeamId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Row",
                table: "AccessEntry");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "AccessEntry");

            migrationBuilder.RenameColumn(
                name: "PlaceWasAsked",
                table: "Resident",
                newName: "IsProtected");

            migrationBuilder.AlterColumn<string>(
                name: "GroundFacts",
                table: "AccessEntry",
                type: "nvarchar(800)",
                maxLength: 800,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(1100)",
                oldMaxLength: 1100);
        }
    }
}
