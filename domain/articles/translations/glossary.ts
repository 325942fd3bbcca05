/**
 * The union's words and how it says them in English. Before the colon the Vietnamese ones, behind it the English ones, the usual one
 * first; `~` stands for the letters that make several of one (s, es, y to ies).
 */
export const glossary = `
Hội Liên hiệp Phụ nữ, Hội LHPN: Women's Union, WU
Hội LHPN Việt Nam, Hội Liên hiệp Phụ nữ Việt Nam: Vietnam Women's Union, VWU
Hội LHPN tỉnh, Hội Liên hiệp Phụ nữ tỉnh: Provincial Women's Union, Province's Women's Union
Hội LHPN thành phố, Hội Liên hiệp Phụ nữ thành phố: City Women's Union, City's Women's Union
Hội LHPN xã, Hội Liên hiệp Phụ nữ xã: Commune Women's Union, commune's Women's Union
Hội LHPN phường, Hội Liên hiệp Phụ nữ phường: Ward Women's Union, ward's Women's Union
cơ sở Hội: grassroots union~
cấp Hội: union level~, level~ of the union
đơn vị Hội: union unit~, unit~
chi hội phụ nữ, chi hội: sub-association~, branch~, chapter~
tổ phụ nữ: women's group~, group~
hội viên: member~
hội viên nòng cốt: core member~
hội viên danh dự: honorary member~
cán bộ Hội: union official~, official~, cadre~
cán bộ chuyên trách: full-time official~
Chủ tịch Hội: chairwoman, chairwomen, president~
Phó Chủ tịch Hội: vice chairwoman, vice chairwomen, vice president~
Ban Chấp hành: executive committee~
Ban Thường vụ: standing committee~
Ủy viên, Uỷ viên: committee member~, member~
Chi hội trưởng: sub-association head~, head~ of the sub-association, head~
Chi hội phó: sub-association deputy head~, deputy head~
Tổ trưởng tổ phụ nữ: women's group head~, group head~, head~ of the group
Tổ phó tổ phụ nữ: women's group deputy head~, deputy head~
Ban chủ nhiệm: executive board~
Chủ nhiệm: head~ of the executive board, head~ of the board, head~
Phó Chủ nhiệm: deputy head~ of the executive board, deputy head~
nhiệm kỳ: term of office, terms of office, term~
đại hội: congress~
xã: commune~
phường: ward~
đơn vị hành chính cấp xã: commune-level unit~
mã đơn vị hành chính: administrative code~
ấp, thôn: hamlet~
khu phố: neighbourhood~, quarter~
tỉnh cũ: former province~
huyện cũ: former district~
Bình dân học vụ số: Digital Literacy Campaign, Digital Literacy for All, digital literacy
phong trào: movement~, campaign~
chuyển đổi số: digital transformation
mô hình số: digital model~
loại mô hình: model type~, type~ of model~
Câu lạc bộ Phụ nữ số: Digital Women's Club~
Chi hội số: Digital Sub-association~
Hướng dẫn viên số 1+1: 1+1 Digital Instructor~
Hướng dẫn viên số: Digital Instructor~
Gia đình số: Digital Family~
hộ gia đình hội viên: member household~
người hướng dẫn: instructor~
người được hướng dẫn: learner~
cặp 1+1: 1+1 pair~
ra mắt mô hình: model launch~, launch~, launched
ngày ra mắt: launch date~
mô hình điểm: pilot model~
nhân rộng: replicate, replicated, scale up, scaled up
tiêu chí công nhận: recognition criteria
sinh hoạt chi hội: sub-association meeting~, meeting~
sinh hoạt tổ: group meeting~, meeting~
hoạt động: activity~, active, operate, operates, operating, run, running, work, works
buổi tập huấn: training session~, session~
lớp tập huấn: training course~, course~, class~
tập huấn: training, trained
giảng viên, báo cáo viên: trainer~
học viên: trainee~
chủ đề tập huấn: training topic~
hình thức tập huấn: delivery mode~
trực tiếp: in person, in-person, live, direct, directly
trực tuyến: online
hình thức kết hợp: mixed
cầm tay chỉ việc: hands-on, step-by-step guidance, step by step, step-by-step
điểm danh: attendance check~, attendance
số người tham gia: participant~
lượt người: attendances, person-times
tài liệu học tập: learning material~
kỹ năng số: digital skill~
khung kiến thức, kỹ năng số cơ bản: basic digital knowledge and skills framework
khung năng lực số: digital competence framework
miền năng lực: competence domain~
mức độ, bậc: proficiency level~, level~
xác nhận phổ cập kỹ năng số: confirmation of basic digital skills
nền tảng Bình dân học vụ số: national digital literacy platform
VNeID: VNeID
định danh điện tử mức 2: level-2 electronic identification
dịch vụ công trực tuyến: online public service~, public services online
thủ tục hành chính: administrative procedure~
Trung tâm phục vụ hành chính công: public administration service centre~
thanh toán không dùng tiền mặt: cashless payment~
ví điện tử: e-wallet~
chữ ký số cá nhân, chữ ký số: personal digital signature~, digital signature~
an toàn thông tin mạng, an ninh mạng: cybersecurity
lừa đảo công nghệ cao: high-tech scam~
lừa đảo: scam~, fraud
tin giả: fake news
trí tuệ nhân tạo: artificial intelligence, AI
thương mại điện tử: e-commerce
bán hàng trực tuyến: online selling, selling online, sell online
livestream bán hàng: livestream selling, selling by livestream
sản phẩm OCOP: OCOP product~
phụ nữ khởi nghiệp: women's start-up~
Tổ công nghệ số cộng đồng: Community Digital Technology Team~
cộng tác viên dư luận xã hội: public opinion collaborator~
nhóm ưu tiên: priority group~
lao động phổ thông: manual worker~
người cao tuổi: elderly person, elderly people, elderly, older people
người khuyết tật: person with a disability, people with disabilities, persons with disabilities
hộ nghèo: poor household~
hộ cận nghèo: near-poor household~
dân tộc thiểu số: ethnic minority~
vùng sâu, vùng xa: remote and isolated area~
chỉ tiêu năm: annual target~
chỉ tiêu: target~
đạt chỉ tiêu: met the target, meets the target, meet the target, met its target, met their targets
vượt chỉ tiêu: exceeded the target, exceeds the target, exceed the target, exceeded its target
chưa đạt chỉ tiêu: not met the target, target not met, has not met, have not met, below target
chỉ số, chỉ tiêu thống kê: indicator~
tỷ lệ bao phủ, độ phủ: coverage rate~, coverage
số liệu: figure~, data
kỳ báo cáo: reporting period~
hạn nộp báo cáo: report due date~
báo cáo tháng: monthly report~
báo cáo quý: quarterly report~
báo cáo 6 tháng, báo cáo sáu tháng: half-year report~
báo cáo năm: annual report~
biểu mẫu báo cáo: report form~
nộp báo cáo: submit a report, submit the report, submit reports, submitted
duyệt: approve, approves, approved, approval
yêu cầu bổ sung: return for correction, returned for correction
chốt số liệu: lock the period's figures, locks the figures, lock the figures, locked
tổng hợp: consolidate, consolidates, consolidated, roll up, rolled up
xuất Excel: export Excel, export to Excel, Excel export~
nhập Excel: import Excel, import from Excel, Excel import~
thi đua, khen thưởng: emulation and commendation
gương điển hình: role model~
câu chuyện thành công: success story~
tin tức: news
chuyên mục: section~, category~
người viết: author~, writer~
biên tập viên: editor~
bản dịch: translation~
dữ liệu cá nhân: personal data
dữ liệu cá nhân cơ bản: basic personal data
dữ liệu cá nhân nhạy cảm: sensitive personal data
chủ thể dữ liệu: data subject~
đồng ý xử lý dữ liệu cá nhân: consent to personal data processing, consent to the processing of personal data, consents to the processing of personal data
rút lại sự đồng ý: withdraw consent, withdraws consent, withdrew consent, withdraw her consent, withdraws her consent
nhật ký truy cập: access log~, audit log~
quyền truy cập theo đơn vị: unit-scoped access right~
đăng nhập: sign in, signs in, signed in, signing in
nhóm Zalo: Zalo group~
mã QR: QR code~
bạn đọc: reader~, public reader~
`;
